using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Templates;

/// <summary>Everything that one empty form shows: what it asks, of whom, for when, and what is held already.</summary>
/// <param name="Form">The version in force for the period.</param>
/// <param name="Duty">What the unit owes of it; null for a notice, which nobody owes: then all its lines are asked.</param>
/// <param name="Due">报送期限; null where nothing is owed.</param>
/// <param name="Held">What the unit itself stands by, of this year and the last.</param>
/// <param name="KnownAt">UTC; when what is held was last added to. The only time in the file.</param>
public sealed record TemplateContent(Form Form, OrgUnit Unit, Period Period, Obligation? Duty, DateOnly? Due, IReadOnlyList<Observation> Held, DateTime KnownAt)
{
    /// <summary>What somebody filled in on the page; null for an empty form.</summary>
    public FilledEntries? Filled { get; init; }

    public bool Owes(FormLine line) => Duty?.Owes(line.Number) != false;
}

/// <summary>A form as it was filled in on the page, as it was written.</summary>
/// <param name="Figures">By line number and column id.</param>
/// <param name="Remarks">By line number.</param>
/// <param name="Foot">By the label of the foot: 单位负责人, 填表人 …</param>
public sealed record FilledEntries(
    IReadOnlyDictionary<(int Line, string Column), string> Figures, IReadOnlyDictionary<int, string> Remarks, IReadOnlyDictionary<string, string> Foot);
