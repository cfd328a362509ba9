using System.Globalization;
using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Portal.Commands;

/// <summary>Every rule that a sheet is held against, what forms set of it, and what it has found so far.</summary>
static class RulesList
{
    public static Verb Verb { get; } = new("rules", "列出核对规则、各表的设定和命中次数", "the rules, what forms set of them, and their hits")
    {
        Parameters = [Asked.DistrictOption],
        Run = Run,
    };

    static Answer Run(Request request, Office office)
    {
        var catalog = office.Warehouse.Definitions.Current;
        var district = request["--district"] is null ? null : Asked.District(request, catalog).Code;
        var rules = Of(office, district);
        return request.Json ? Answer.Document(new { district, rules }) : Answer.Done(string.Join('\n', rules.Select(rule => rule.InWords(request))));
    }

    /// <param name="district">Null: of all districts.</param>
    internal static IReadOnlyList<RuleRow> Of(Office office, string? district)
    {
        var forms = office.Warehouse.Definitions.Current.Forms.Where(form => district is null || form.District == district).ToList();
        var hits = office.Warehouse.Marts.RuleHits(district).ToDictionary(hit => hit.Code);
        var today = ShanghaiTime.DateOf(office.Now);
        return [.. RuleTexts.All.Where(text => text != RuleTexts.CrossLine).Select(text => RuleRow.Of(text, forms, hits.GetValueOrDefault(text.Code), today))
            .Concat(forms.SelectMany(form => form.Rules).Select(rule => rule.Code).Distinct()
                .Select(code => RuleRow.OfForms(code, forms, hits.GetValueOrDefault(code), today)))];
    }
}

/// <summary>One rule as the list shows it.</summary>
/// <param name="Stage">in_force; trial where each form that sets it has it on trial; mixed where only some have.</param>
/// <param name="Forms">Where a form sets something of it: form and version in one line each.</param>
sealed record RuleRow(
    string Code, string Title, string TitleEn, string Severity, string Stage, bool NeedsReason, string Hint, string HintEn, IReadOnlyList<RuleParameter> Parameters,
    IReadOnlyList<RuleSetting> Forms, int Hits, int Tables, int Explained, int Fixed)
{
    public static RuleRow Of(RuleText text, IReadOnlyList<Form> forms, RuleHits? hits, DateOnly today)
    {
        List<RuleSetting> settings = [.. from form in forms
                                         from check in form.Checks ?? []
                                         where check.Code == text.Code
                                         select new RuleSetting(form.Id, check.AppliesFrom, check.AppliesUntil, check.TrialUntil, check.Severity?.ToString(), check.Enabled, check.Parameters, null)];
        return Row(text, text.Code, text.Severity.ToString(), text.NeedsReason, settings, StageOf(settings, everywhere: false, today), hits);
    }

    /// <summary>A rule that forms bring themselves (cross-line).</summary>
    public static RuleRow OfForms(string code, IReadOnlyList<Form> forms, RuleHits? hits, DateOnly today)
    {
        List<RuleSetting> settings = [.. from form in forms
                                         from rule in form.Rules
                                         where rule.Code == code
                                         select new RuleSetting(form.Id, rule.AppliesFrom, rule.AppliesUntil, rule.TrialUntil, rule.Severity.ToString(), null, null, rule.Expression)];
        var severity = string.Join('/', settings.Select(setting => setting.Severity).Distinct());
        return Row(RuleTexts.CrossLine, code, severity, true, settings, StageOf(settings, everywhere: true, today), hits);
    }

    static RuleRow Row(RuleText text, string code, string severity, bool needsReason, IReadOnlyList<RuleSetting> settings, string stage, RuleHits? hits) => new(
        code, text.Title, text.TitleEn, severity, stage, needsReason, text.Hint, text.HintEn, text.Parameters, settings,
        hits?.Hits ?? 0, hits?.Tables ?? 0, hits?.Explained ?? 0, hits?.Fixed ?? 0);

    // A rule that all forms share is in force on the forms that do not name it.
    static string StageOf(List<RuleSetting> settings, bool everywhere, DateOnly today)
    {
        var onTrial = settings.Count(setting => today <= setting.TrialUntil);
        return onTrial == 0 ? "in_force" : everywhere && onTrial == settings.Count ? "trial" : "mixed";
    }

    public string InWords(Request request)
    {
        var stage = Stage switch { "trial" => request.Say("试行", "on trial"), "mixed" => request.Say("部分报表试行", "on trial on some forms"), _ => request.Say("正式", "in force") };
        var counts = request.Say($"命中 {Hits}（{Tables} 张表）、已说明 {Explained}、已改正 {Fixed}", $"{Hits} hits in {Tables} tables, {Explained} explained, {Fixed} fixed");
        var first = string.Join("  ", Code, Severity, request.Say(Title, TitleEn), stage + (NeedsReason ? " ✎" : ""), counts, request.Say(Hint, HintEn));
        return string.Join('\n', [first, .. Forms.Where(setting => setting.Expression is null || setting.Differs).Select(setting => "    " + setting.InWords())]);
    }
}

/// <summary>What one form sets of one rule, in one version.</summary>
sealed record RuleSetting(
    string Form, DateOnly? AppliesFrom, DateOnly? AppliesUntil, DateOnly? TrialUntil, string? Severity, bool? Enabled,
    IReadOnlyDictionary<string, decimal>? Parameters, string? Expression)
{
    public bool Differs => AppliesFrom is not null || AppliesUntil is not null || TrialUntil is not null;

    public string InWords() => string.Join("  ", new[]
    {
        Form, Expression, Severity, Enabled == false ? "enabled=false" : null, Day("applies_from", AppliesFrom), Day("applies_until", AppliesUntil), Day("trial_until", TrialUntil),
        Parameters is null ? null : string.Join(' ', Parameters.Select(parameter => $"{parameter.Key}={Figures.Printed(parameter.Value)}")),
    }.Where(word => !string.IsNullOrEmpty(word)));

    static string? Day(string name, DateOnly? day) => day is { } given ? $"{name}={given.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : null;
}
