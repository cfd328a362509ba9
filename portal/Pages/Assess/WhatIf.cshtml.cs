using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Reporting.Portal.Accounts;
using Reporting.Portal.Commands;
using Reporting.Portal.Web;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Pages;

/// <summary>假设测算: another target, value or weight, and what would follow; nothing is stored.</summary>
[For(Role.assessor)]
public sealed class WhatIfModel(Office office) : AssessPage(office)
{
    public const int Lines = 5;

    [BindProperty(SupportsGet = true, Name = "what")] public string?[] What { get; set; } = [];
    [BindProperty(SupportsGet = true, Name = "unit")] public string?[] Unit { get; set; } = [];
    [BindProperty(SupportsGet = true, Name = "number")] public string?[] Number { get; set; } = [];

    /// <summary>What can be supposed: a commitment's target or value, a rule's weight; by what the verb takes.</summary>
    public IReadOnlyList<(string Value, string Words)> Choices { get; private set; } = [];
    public IReadOnlyList<OrgUnit> Units { get; private set; } = [];
    internal Supposed? Result { get; private set; }

    public IActionResult OnGet()
    {
        if (!Choose() || !MayFreeze) return NotFound();
        if (Wrong is not null) return Page();
        Units = [.. AssessmentReading.Units(Known, District.Code, Year).Select(code => Known.OrgUnit(code)!)];
        var commitments = Known.PlansOf(District.Code, Year).SelectMany(plan => plan.Commitments).Where(one => one.Indicator is not null).ToList();
        Choices =
        [
            .. commitments.Select(one => ($"{one.Id}:target", $"目标　{NameOf(one)}")), .. commitments.Select(one => ($"{one.Id}:value", $"完成值　{NameOf(one)}")),
            .. RunReading.Schemes(Known, District.Code, Year).SelectMany(scheme => scheme.Rules.Where(rule => rule.IsWeighted)).Select(rule => (Id: $"{rule.Id}:weight", Words: $"权重　{rule.Name}（现在 {rule.Weight:0.##}）")).DistinctBy(one => one.Id),
        ];
        if (Supposed() is not { Count: > 0 } supposed) return Page();
        if (Enumerable.Range(0, Lines).FirstOrDefault(line => At(What, line) is not null && !IsNumber(At(Number, line)), -1) is >= 0 and var odd)
        {
            (Wrong, WrongLine) = ($"第 {odd + 1} 项看不懂“{At(Number, odd)}”：“改为”要写一个数，如 1200 或 92.5。", odd);
            return Page();
        }
        var request = Ask(Assess.Verb, [("--district", District.Code), ("--year", $"{Year}"), ("--through", Given(ThroughText)), .. supposed.Select(line => ("--set", (string?)line))]);
        Try(() => Result = KeptAnswers.InTurn(() => AssessWhatIf.Of(request, Office, Load, Known)));
        return Page();
    }

    /// <summary>The line whose number is none.</summary>
    public int? WrongLine { get; private set; }

    /// <summary>Lines that are shown from the start: those with something in them, and one more.</summary>
    public int Open => Math.Max(1, Enumerable.Range(0, Lines).LastOrDefault(line => At(What, line) is not null, -1) + 1);

    static bool IsNumber(string? text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    /// <summary>Each line as the verb reads it; lines without a choice are empty.</summary>
    List<string> Supposed()
    {
        List<string> lines = [];
        for (var index = 0; index < Lines; index++)
        {
            if (At(What, index) is not { } what || !Choices.Any(choice => choice.Value == what) || what.LastIndexOf(':') is not (> 0 and var colon)) continue;
            lines.Add($"{what[..colon]}{(At(Unit, index) is { } unit ? $"@{unit}" : "")}{what[colon..]}={At(Number, index)}");
        }
        return lines;
    }

    internal static string? At(string?[] given, int index) => index < given.Length ? Given(given[index]) : null;

    string NameOf(Commitment one) => one.Name ?? Known.Indicator(one.Indicator!, new(Year, 1, 1))?.Name ?? one.Id;
}
