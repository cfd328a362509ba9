using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using static Reporting.Portal.Demo.DemoMistakes;

namespace Reporting.Portal.Demo;

/// <summary>Mistakes in a sheet as a whole: whose it is, of which month, which rows and columns it has.</summary>
static class WrongSheets
{
    /// <summary>The neighbour's sheet taken as a template, its name left on it.</summary>
    public static Mistaken? NamedFor(FilledForm truth, IEnumerable<OrgUnit> units, DemoRandom random)
    {
        var neighbours = units.Where(unit => unit.Code != truth.Sender.Code && unit.Kind == truth.Sender.Kind && unit.IsValidOn(truth.Period.End)
            && !unit.ReportsFor.Contains(truth.Sender.Code) && !truth.Sender.ReportsFor.Contains(unit.Code)
            && !unit.Name.Contains(truth.Sender.Name, StringComparison.Ordinal) && !truth.Sender.Name.Contains(unit.Name, StringComparison.Ordinal)).ToArray();
        if (neighbours.Length == 0) return null;
        var neighbour = random.Pick(neighbours);
        return new(truth with { NamedUnit = neighbour }, null, null, neighbour.Name, truth.Sender.Name);
    }

    /// <summary>A row deleted; never a whole whose parts would then hang below another.</summary>
    public static Mistaken? LineLeftOut(FilledForm truth, DemoRandom random) =>
        FirstOf(random, truth.OwnLines.Where(line => line.Required && !truth.Form.PartsOf(line).Any()), line =>
            new(truth with { LineLeftOut = line.Number }, line, null, "", line.Label));

    /// <summary>A row copied to the end of the sheet; of a whole, so that its words are its own wherever they stand.</summary>
    public static Mistaken? LineTwice(FilledForm truth, DemoRandom random) =>
        FirstOf(random, truth.OwnLines.Where(line => truth.Form.WholeOf(line) is null), line =>
            new(truth with { LineTwice = line.Number }, line, null, line.Label, ""));

    public static Mistaken? ColumnLeftOut(FilledForm truth, DemoRandom random)
    {
        var own = truth.Form.Columns.Where(column => !column.IsQuoted).ToArray();
        if (own.Length < 2) return null;
        var column = random.Pick(own);
        return new(truth with { ColumnLeftOut = column.Id }, null, column, "", column.Title);
    }

    /// <summary>The heading prepared for the next month already, on the sheet and in the file's name.</summary>
    public static Mistaken? NextMonth(FilledForm truth) => truth.Period.Kind != PeriodKind.month ? null
        : new(truth with { NamedPeriod = truth.Period.Next() }, null, null, truth.Period.Next().InWords(), truth.Period.InWords());

    public static Mistaken CutOff(FilledForm truth) => new(truth, null, null, "", "") { Cut = true };
}
