using Reporting.Tests.Reference;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Tests.Rules;

/// <summary>What is said of the rules: hints for templates, which warnings must be explained, and what form files set.</summary>
public class RuleTextTests
{
    [Fact]
    public void Every_rule_has_a_short_hint_in_both_languages() => Assert.All(RuleTexts.All, text =>
    {
        Assert.InRange(text.Hint.Length, 4, 30);
        Assert.InRange(text.HintEn.Length, 4, 70);
        Assert.DoesNotContain("{", text.Hint + text.HintEn, StringComparison.Ordinal);
    });

    [Fact]
    public void A_place_in_a_file_without_sheets_names_none() => Assert.Equal(("1 试 × 本月数，B4 C4", "B4", "就业!B4", "就业"),
        (new Place("1 试", "本月数", "", "B4 C4").ToString(), new Place(Cell: "B4").ToString(), new Place(Sheet: "就业", Cell: "B4").ToString(), new Place(Sheet: "就业").ToString()));

    [Fact]
    public void Codes_are_told_once() => Assert.Equal(RuleTexts.All.Count, RuleTexts.All.DistinctBy(text => text.Code).Count());

    [Theory]
    [InlineData("quoted_differs", true), InlineData("month_jump", true), InlineData("year_jump", true), InlineData("sum_differs", true), InlineData("held_now_absent", true)]
    [InlineData("blanks_are_zero", true), InlineData("sheet_repeats_period", true), InlineData("period_locked", true), InlineData("training_and_jobs", true)]
    [InlineData("value_not_applicable", false), InlineData("line_guessed", false), InlineData("line_twice", false), InlineData("column_assumed", false), InlineData("nonsense", false)]
    public void A_warning_about_figures_needs_a_reason(string code, bool expected) => Assert.Equal(expected, RuleTexts.NeedsReason(code, SmallForm.Form));

    [Fact]
    public void What_a_form_takes_in_parts_may_be_absent_without_a_reason()
    {
        Assert.False(RuleTexts.NeedsReason("held_now_absent", SmallForm.Form with { AllowsParts = true }));
        Assert.False(RuleTexts.NeedsReason("training_and_jobs", null));
    }

    [Fact]
    public void A_template_s_input_message_says_what_a_cell_takes()
    {
        var line = SmallForm.Form.Line(1)!;
        Assert.Equal("填整数，不小于 0；没有发生填 0", RuleTexts.InputHint(line).Zh);
        Assert.Equal("At most 2 decimals", RuleTexts.InputHint(line with { Decimals = 2, Minimum = null, Required = false }).En);
    }

    [Fact]
    public void A_form_file_sets_rules_by_spans_and_the_rest_of_its_hash_stays()
    {
        const string File = "Reference/forms/employment-monthly.yaml";
        var text = DefinitionFolder.Shipped(File);
        using var folder = new DefinitionFolder().With(File, text + """

              checks:
                - { code: month_jump, applies_until: 2021-12-31, enabled: false }
                - { code: month_jump, severity: error, applies_from: 2022-01-01, trial_until: 2022-06-30, parameters: { times: 6, steady: 80 } }
            """);
        var form = DefinitionBody.CatalogFrom(folder.Read()).Forms.Single(form => form.Id == "employment-monthly");
        Assert.False(form.CheckOf("month_jump", new(2021, 12, 1))!.Enabled);
        var later = form.CheckOf("month_jump", new(2022, 1, 1))!;
        Assert.Equal((Severity.error, new DateOnly(2022, 6, 30), 6m, 80m), (later.Severity!.Value, later.TrialUntil!.Value, later.Parameters!["times"], later.Parameters["steady"]));
        Assert.Null(form.CheckOf("year_jump", new(2022, 1, 1)));

        var shipped = DefinitionFiles.Read(DefinitionFiles.ShippedFolder, null);
        using var same = new DefinitionFolder().With(File, text);
        Assert.Equal(Of(shipped).Sha256, Of(same.Read()).Sha256);
        Assert.NotEqual(Of(shipped).Sha256, Of(folder.Read()).Sha256);
        Assert.DoesNotContain("Checks", Of(shipped).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("TrialUntil", Of(shipped).Body, StringComparison.Ordinal);
    }

    static Definition Of(IEnumerable<Definition> definitions) => definitions.Single(definition => definition is { Kind: DefinitionKind.form, Id: "employment-monthly" });
}
