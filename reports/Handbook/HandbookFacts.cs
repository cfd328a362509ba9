using Reporting.Warehouse;
using Reporting.Warehouse.Marts;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Handbook;

/// <summary>Where an element is asked for: a line of a form in force in the year.</summary>
sealed record AskedLine(Form Form, FormLine Line);

/// <summary>The definitions of a district that hold in the year, with what leads from one to another at hand.</summary>
sealed class HandbookFacts
{
    readonly ILookup<string, AskedLine> lines, everLines;
    readonly ILookup<string, (Plan Plan, Commitment Commitment)> promises;

    public HandbookFacts(HandbookContent content)
    {
        Content = content;
        var catalog = content.Catalog;
        Forms = [.. catalog.Forms.Where(form => form.District == content.District.Code && Holds(form.AppliesFrom, form.AppliesUntil))
            .OrderBy(form => Array.IndexOf(Frequencies, form.Period)).ThenBy(form => form.Number, StringComparer.Ordinal).ThenBy(form => form.Id, StringComparer.Ordinal)];
        lines = Forms.SelectMany(form => form.Lines.Select(line => new AskedLine(form, line))).ToLookup(asked => asked.Line.Element);
        everLines = catalog.Forms.Where(form => form.District == content.District.Code).SelectMany(form => form.Lines.Select(line => new AskedLine(form, line))).ToLookup(asked => asked.Line.Element);
        Plans = [.. catalog.PlansOf(content.District.Code, content.Year)];
        Commitments = [.. Plans.SelectMany(plan => plan.Commitments.Where(commitment => commitment.Kind != "fact").Select(commitment => (plan, commitment)))];
        promises = Commitments.SelectMany(one => new[] { one.Commitment.Indicator, one.Commitment.Benchmark }.OfType<string>().Distinct().Select(indicator => (indicator, one))).ToLookup(one => one.indicator, one => one.one);
        var issued = Commitments.Select(one => one.Commitment.IssuedBy).OfType<string>().ToHashSet();
        var own = catalog.Forms.Where(form => form.District == content.District.Code).SelectMany(form => form.Lines).Select(line => line.Element).Concat(issued).ToHashSet();
        EverElements = [.. catalog.Elements.Where(element => own.Contains(element.Id))];
        Elements = [.. EverElements.Where(element => Holds(element.AppliesFrom, element.AppliesUntil))];
        EverIndicators = [.. catalog.Indicators.Where(indicator => promises.Contains(indicator.Id) || indicator.Numerator.Concat(indicator.Denominator).All(term => own.Contains(term.Element)))];
        Indicators = [.. EverIndicators.Where(indicator => Holds(indicator.AppliesFrom, indicator.AppliesUntil))];
    }

    static readonly PeriodKind[] Frequencies = [PeriodKind.month, PeriodKind.quarter, PeriodKind.half, PeriodKind.year, PeriodKind.plan];

    public HandbookContent Content { get; }
    public IReadOnlyList<Form> Forms { get; }
    public IReadOnlyList<Plan> Plans { get; }
    public IReadOnlyList<(Plan Plan, Commitment Commitment)> Commitments { get; }

    /// <summary>Versions that hold on any day of the year.</summary>
    public IReadOnlyList<Element> Elements { get; }

    /// <inheritdoc cref="Elements"/>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>With the versions of other years.</summary>
    public IReadOnlyList<Element> EverElements { get; }

    /// <inheritdoc cref="EverElements"/>
    public IReadOnlyList<Indicator> EverIndicators { get; }

    DateOnly FirstDay => Content.Cover.Period.Start;
    DateOnly LastDay => Content.Cover.Period.End;

    bool Holds(DateOnly from, DateOnly? until) => from <= LastDay && (until ?? DateOnly.MaxValue) >= FirstDay;

    /// <summary>By which elements are named in a formula: the last day of the year on which the version holds.</summary>
    public DateOnly NamedOn(DateOnly? until) => until is { } end && end < LastDay ? end : LastDay;

    public IEnumerable<AskedLine> LinesOf(string element) => lines[element];

    /// <summary>With the lines of forms of other years: where what nobody asks for in this one came from.</summary>
    public IEnumerable<AskedLine> EverLinesOf(string element) => everLines[element];

    public IReadOnlyList<(Plan Plan, Commitment Commitment)> PromisesOf(string indicator) => [.. promises[indicator]];

    public string NameOf(string unit) => Content.Catalog.OrgUnit(unit)?.Name ?? unit;

    /// <summary>Units of this kind report it themselves: the role is theirs and nobody else's.</summary>
    public bool IsOwn(string role, OrgUnitKind kind) => Content.District.Units.Where(unit => unit.Role == role).Select(unit => unit.Kind).Distinct().ToList() is [var only] && only == kind;

    /// <summary>Units that have a role, as people call them: the one by its name, more by their kind.</summary>
    public string Who(string role)
    {
        var units = Content.District.Units.Where(unit => unit.Role == role && Holds(unit.ValidFrom, unit.ValidTo)).DistinctBy(unit => unit.Code).ToList();
        return units.Count switch
        {
            0 => role,
            1 or 2 => string.Join("、", units.Select(unit => unit.Name)),
            _ => units[0].Kind switch { OrgUnitKind.township => $"街镇（{units.Count}家）", OrgUnitKind.park => $"园区（{units.Count}家）", _ => $"部门（{units.Count}家）" },
        };
    }

    public string BreakdownName(string id) => Content.Catalog.Breakdowns.FirstOrDefault(each => each.Id == id)?.Name ?? id;

    /// <summary>The name with the code below it, by which programs and files call it.</summary>
    public static string Named(string name, int version, string id) => $"{(version > 1 ? $"{name}（第{version}版）" : name)}\n{id}";

    /// <summary>2021-01-01 起; 2016-01-01 至 2020-12-31. Where no beginning is written, definitions hold from 1900 on: that is said as 一直适用.</summary>
    public static string Span(DateOnly from, DateOnly? until) => (from.Year > 1900, until) switch
    {
        (false, null) => "一直适用",
        (false, { } end) => $"至 {end:yyyy-MM-dd}",
        (true, null) => $"{from:yyyy-MM-dd} 起",
        (true, { } end) => $"{from:yyyy-MM-dd} 至 {end:yyyy-MM-dd}",
    };
}
