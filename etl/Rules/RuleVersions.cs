using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Rules;

/// <summary>What a form says of the rules for a period: which are on, how severe they are, what is on trial, and their numbers.</summary>
static class RuleVersions
{
    public static bool IsOn(Form form, Period period, RuleText text) => form.CheckOf(text.Code, period.Start)?.Enabled != false;

    public static bool IsOnTrial(Form form, Period period, RuleText text, DateOnly today) => IsOnTrial(form.CheckOf(text.Code, period.Start)?.TrialUntil, today);

    public static bool IsOnTrial(DateOnly? until, DateOnly today) => today <= until;

    public static decimal Parameter(Form form, Period period, RuleText text, string name) =>
        form.CheckOf(text.Code, period.Start)?.Parameters is { } given && given.TryGetValue(name, out var number) ? number
        : text.Parameters.First(parameter => parameter.Name == name).Default;

    /// <summary>The findings as the form wants them of this period: those of rules turned off left out, the others as severe as it says.</summary>
    public static IEnumerable<Finding> Applied(Form? form, Period? period, DateOnly today, IEnumerable<Finding> findings) =>
        form?.Checks is null || period is not { } of ? findings
        : from finding in findings
          let check = form.CheckOf(finding.Code, of.Start)
          where check?.Enabled != false
          let severe = finding with { Severity = check?.Severity ?? finding.Severity }
          select IsOnTrial(check?.TrialUntil, today) ? OnTrial(severe) : severe;

    /// <summary>Shown and nothing more, whatever the rule will be.</summary>
    public static Finding OnTrial(Finding finding) =>
        finding with { Severity = Severity.info, Message = "（试行）" + finding.Message, MessageEn = "(On trial) " + finding.MessageEn };
}
