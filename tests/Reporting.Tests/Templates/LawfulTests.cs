using System.Text.Json;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Reports.Templates;
using Reporting.Tests.Plans;
using Reporting.Warehouse;
using static Reporting.Tests.Templates.FilledTemplate;

namespace Reporting.Tests.Templates;

/// <summary>Templates go out, are filled in and come back, period after period, through the whole way of a submission.</summary>
public class LawfulTests
{
    [Fact]
    public void Every_shipped_template_filled_with_lawful_figures_has_no_finding()
    {
        using var forms = new RealForms(new(2023, 4, 20));
        foreach (var period in new[] { "2016/2020", "2021", "2022", "2022-01", "2022-02", "2023-01", "2023-02", "2023-03" })
        {
            var filled = Shipped(period).Select(each => new RequestFile("FILE", $"{each.Unit.Code} {each.Form.Id} {period.Replace('/', '-')}.xlsx",
                Fill(FormTemplate.Render([TemplateReading.Read(forms.Office.Warehouse, each.Form, each.Unit, each.Period)]), (line, _) => Lawful(line, each.Period)))).ToList();
            Assert.NotEmpty(filled);
            var said = Submitted(forms.Office, filled);
            Assert.Equal(filled.Count, said.Count);
            Assert.All(said, answer => Assert.Equal(("loaded", ""), (answer.State, answer.Findings)));
        }
    }

    static List<(string State, string Findings)> Submitted(Office office, IReadOnlyList<RequestFile> files)
    {
        var answer = Submit.Verb.Run!(RealForms.Request("submit") with { Files = files }, office);
        return [.. JsonDocument.Parse(answer.Out).RootElement.GetProperty("answers").EnumerateArray().Select(one => (one.GetProperty("state").GetString()!, Findings(one)))];
    }

    static string Findings(JsonElement answer) => string.Join(" | ", answer.GetProperty("findings").EnumerateArray()
        .Concat(answer.GetProperty("tables").EnumerateArray().SelectMany(table => table.GetProperty("findings").EnumerateArray()))
        .Select(finding => $"{answer.GetProperty("file_name").GetString()} {finding.GetProperty("code").GetString()} {finding.GetProperty("message").GetString()}"));
}
