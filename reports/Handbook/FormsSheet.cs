using Reporting.Reports.Filings;
using Reporting.Reports.Layout;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Handbook;

/// <summary>报表: the forms in force in the year, who sends them and by when.</summary>
static class FormsSheet
{
    public const string Name = "报表";

    public static SheetLayout Of(HandbookFacts facts)
    {
        var table = new Table(
            [
                new("序号", Alignment.center), new("报表"), new("表号"), new("频率", Alignment.center), new("行数", Alignment.right), new("报送单位和期限"), new("制定机关和文件"), new("审核", Alignment.center), new("适用期"),
            ],
            [.. facts.Forms.Select((form, index) => FormRow(facts, form, index + 1))], WhenEmpty: "本年没有适用的报表", Dense: true);
        return new(Name, true, [5, 34, 14, 9, 6, 50, 34, 10, 20], [Heading.Of(facts.Content.Cover, $"{facts.Content.Year}年适用的报表"), Heading.Below(facts.Content.Cover), table], MostPages: 0, table, 2);
    }

    static Row FormRow(HandbookFacts facts, Form form, int number) => new(
    [
        $"{number}", form.Version > 1 ? $"{form.Name}（第{form.Version}版）" : form.Name, Or(form.Number), RulesSheet.Often(form.Period), new Number(form.Lines.Count), Duties(facts, form), Or(string.Join("\n", new[] { form.IssuedBy, form.Document }.Where(words => words.Length > 0))),
        form.NeedsReview == true ? "区级审核" : "不审核", HandbookFacts.Span(form.AppliesFrom, form.AppliesUntil) + (form.ValidUntil is { } until ? $"\n有效期至 {until:yyyy-MM-dd}" : ""),
    ]);

    static string Duties(HandbookFacts facts, Form form) => string.Join("；", form.Obligations.Where(duty => duty.From <= facts.Content.Cover.Period.End && (duty.To ?? DateOnly.MaxValue) >= facts.Content.Cover.Period.Start)
        .Select(duty => $"{facts.Who(duty.Role)}：期后第{duty.DueWorkingDay}个工作日前{(duty.Lines.Count > 0 ? $"，只报第{string.Join("、", duty.Lines)}行" : "")}")) is { Length: > 0 } words ? words : "没有按期的报送义务，随时报送";

    static string Or(string words) => words.Length > 0 ? words : FigureCells.NotApplicable;
}
