using System.Text.Json;
using Reporting.Tests.Reference;

namespace Reporting.Tests.Portal;

/// <summary>What a change of definitions would touch is told before it is made, and nothing of it stays.</summary>
public sealed class DefinitionsCheckTests : IDisposable
{
    readonly OutsideOffice outside = new();
    readonly DefinitionFolder changed = new();

    public DefinitionsCheckTests() => outside.Submit(OutsideOffice.Totals);

    public void Dispose()
    {
        outside.Dispose();
        changed.Dispose();
    }

    [Fact]
    public void A_changed_target_touches_its_commitment_and_turns_the_years_that_it_decides()
    {
        var (before, asked) = (outside.Office.Warehouse.Marts.LastLoad(), outside.Json("assess", "--plan", "outside-plan").ToString());
        var told = Check("value: 94,", "value: 92,");
        Assert.Equal(["outside-plan"], told.GetProperty("changes").EnumerateArray().Select(change => Text(change, "id")));
        Assert.Equal(["outside-closing"], Words(told, "commitments"));
        Assert.Empty(Words(told, "elements").Concat(Words(told, "indicators")));
        Assert.Equal(["2021 met 94 → met 92", "2022 met 94 → met 92", "2023 missed 94 → met 92", " missed 94 → met 92"], told.GetProperty("evaluations").EnumerateArray()
            .OrderBy(one => one.GetProperty("year").ValueKind == JsonValueKind.Null).ThenBy(one => one.GetProperty("year").ToString(), StringComparer.Ordinal)
            .Select(one => $"{one.GetProperty("year")} {Side(one, "before")} → {Side(one, "after")}"));
        // Dry: no load, and the same question has the same answer.
        Assert.Equal((before, asked), (outside.Office.Warehouse.Marts.LastLoad(), outside.Json("assess", "--plan", "outside-plan").ToString()));
        Assert.Contains("没有一项会变", outside.Ask("definitions", "check", "--against", With("clause: 结案率每年不低于94%", "clause: 年度结案率每年不低于94%")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_element_touches_all_that_is_built_on_it()
    {
        var told = Check("name: 登记失业人数, unit: 人, kind: stock, rollup: reported", "name: 登记失业人数, unit: 人, kind: stock, rollup: none");
        Assert.Equal(["outside_unemployed"], Words(told, "elements"));
        Assert.Equal(["outside_unemployment_rate"], Words(told, "indicators"));
        Assert.Equal(["outside-unemployed"], Words(told, "commitments"));
        var held = Assert.Single(told.GetProperty("held_values").EnumerateArray());
        Assert.Equal(("outside_unemployed", 3), (Text(held, "element"), held.GetProperty("values").GetInt32()));
    }

    [Fact]
    public void A_changed_line_touches_its_form_and_a_later_issue_is_tried_from_its_day()
    {
        var told = Check("label: 累计结余", "label: 年末累计结余");
        Assert.Equal(["outside-yearly"], Words(told, "forms"));
        Assert.Equal(0, told.GetProperty("evaluations").GetArrayLength());
        var later = Check("plan: { id: outside-plan, name: 邻区三年计划, district: \"320599\", document: 邻政发〔2021〕1 号, issued: 2021-01-01", "plan: { id: outside-plan, name: 邻区三年行动计划, district: \"320599\", document: 邻政发〔2021〕1 号, issued: 2098-01-01");
        Assert.Equal("2098-01-01", Text(later, "day"));
    }

    [Fact]
    public void What_is_wrong_is_told_with_the_file_that_was_given()
    {
        var answer = outside.Try("definitions", "check", "--against", With("element: outside_closed, time: sum", "element: outside_close, time: sum"));
        Assert.Equal(3, answer.ExitCode);
        Assert.Contains(Path.Combine(changed.Path, OutsideOffice.FileName), answer.Error, StringComparison.Ordinal);
        Assert.Contains("outside_closed", answer.Error, StringComparison.Ordinal);
        Assert.Throws<Reporting.Portal.MisuseException>(() => outside.Try("definitions", "check", "--against", Path.Combine(changed.Path, "nowhere")));
    }

    [Fact]
    public void Without_a_change_there_is_nothing_to_tell() => Assert.Contains("没有改动", outside.Ask("definitions", "check").Out, StringComparison.Ordinal);

    JsonElement Check(string text, string instead) => outside.Json("definitions", "check", "--against", With(text, instead));

    string With(string text, string instead)
    {
        Assert.Contains(text, OutsideOffice.Definitions, StringComparison.Ordinal);
        changed.With(OutsideOffice.FileName, OutsideOffice.Definitions.Replace(text, instead, StringComparison.Ordinal));
        return changed.Path;
    }

    static string Side(JsonElement one, string side) => $"{Text(one.GetProperty(side), "state")} {one.GetProperty(side).GetProperty("target").GetDecimal():0.##}";
    static string[] Words(JsonElement told, string key) => [.. told.GetProperty(key).EnumerateArray().Select(word => word.GetString()!)];
    static string Text(JsonElement one, string key) => one.GetProperty(key).GetString()!;
}
