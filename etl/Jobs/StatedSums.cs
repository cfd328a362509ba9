using Reporting.Etl.Rules;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Jobs;

/// <summary>
/// Departments whose figure of the district came before the last of its units: their own sheet could not be held against a sum that was not
/// there, so it is when the units' sheets complete or change it, or one of them is taken back. The department is told; the unit that was
/// last has nothing to explain. Pure.
/// </summary>
static class StatedSums
{
    /// <param name="tables">What is about to be written, with its verdicts.</param>
    /// <param name="held">What was held before.</param>
    public static IReadOnlyList<Notice> Differing(IReadOnlyList<SettledTable> tables, HeldValues held, Catalog catalog, DateTime now)
    {
        List<StagedCell> claims = [.. tables.Where(table => table.Table.State == TableState.loaded).SelectMany(table => table.Cells).Where(IsCompared)];
        var figures = OfUnits(claims, catalog);
        return figures.Count == 0 ? [] : Told(figures, held, held.Plus(claims), catalog, now);
    }

    /// <summary>The same once sheets have been taken back: their values gave way to those of earlier sheets.</summary>
    /// <param name="taken">What the sheets that are gone claimed.</param>
    /// <param name="held">What is held, asked before and after.</param>
    /// <returns>Null where no department states what they claimed; else what to ask once they are gone.</returns>
    public static Func<Func<HeldQuestion, IReadOnlyList<Observation>>, IReadOnlyList<Notice>>? Fallen(
        IEnumerable<StagedCell> taken, Func<HeldQuestion, IReadOnlyList<Observation>> held, Catalog catalog, DateTime now)
    {
        var figures = OfUnits(taken.Where(IsCompared), catalog);
        if (figures.Count == 0) return null;
        List<HeldQuestion> questions = [.. figures.GroupBy(figure => figure.District, figure => figure.Start).Select(starts => HeldValues.OfDistrict(catalog, starts.Key, starts.Min(), starts.Max()))];
        HeldValues Values(Func<HeldQuestion, IReadOnlyList<Observation>> ask) => new(questions.SelectMany(ask).ToLookup(observation => observation.Reporter), catalog);
        var before = Values(held);
        return after => Told(figures, before, Values(after), catalog, now);
    }

    static bool IsCompared(StagedCell cell) => cell is { Quoted: false, Basis: Basis.in_period } && cell.PeriodKind != PeriodKind.plan;

    // What units state of themselves; nothing where no department states any of it of the district.
    static HashSet<Figure> OfUnits(IEnumerable<StagedCell> claims, Catalog catalog)
    {
        var figures = claims.Where(cell => cell.Reporter == cell.OrgUnit).Select(cell => new Figure(cell.District, cell.PeriodKind, cell.PeriodStart, cell.Element, cell.Breakdown)).ToHashSet();
        return figures.Select(figure => (figure.District, figure.Element)).Distinct().Any(figure => DistrictForms.States(catalog, figure.District, figure.Element)) ? figures : [];
    }

    static IReadOnlyList<Notice> Told(HashSet<Figure> figures, HeldValues held, HeldValues after, Catalog catalog, DateTime now) =>
        [.. from month in figures.GroupBy(figure => (figure.District, Period: Period.Of(figure.Kind, figure.Start)))
            let touched = month.Select(figure => (figure.Element, figure.Breakdown)).ToHashSet()
            from stated in DistrictForms.Of(catalog, month.Key.District, month.Key.Period)
            where stated.Form.Lines.Any(line => touched.Contains((line.Element, line.Breakdown)))
            let differing = Lines(stated.Form, stated.Department, month.Key.Period, touched, held, after).ToList()
            where differing.Count > 0
            select Announcements.OfSums(stated.Department, stated.Form, month.Key.Period, differing, now)];

    static IEnumerable<(FormLine Line, decimal Stated, UnitSum Sum)> Lines(
        Form form, OrgUnit department, Period period, HashSet<(string, string)> touched, HeldValues before, HeldValues after)
    {
        var (own, sums, sumsBefore) = (after.Of(department), after.SumsOf(department.District), before.SumsOf(department.District));
        return from line in form.Lines
               where touched.Contains((line.Element, line.Breakdown))
                   && form.Columns.Any(column => column is { Basis: Basis.in_period, IsQuoted: false, HasOwnPeriod: false } && line.Fills(column.Id))
               let stated = own.Value(department, line, Basis.in_period, period)
               let sum = sums.Of(department, line, Basis.in_period, period)
               // A sum that was there already was spoken of on the department's own sheet.
               where stated is not null && sum is not null && sum != sumsBefore.Of(department, line, Basis.in_period, period)
                   && Math.Abs(stated.Value - sum.Value) > Allowed(form, period, line, sum)
               select (line, stated.Value, sum);
    }

    // How coarsely the department wrote is not held: a figure written in 万 is told of where one in 人 would be.
    static decimal Allowed(Form form, Period period, FormLine line, UnitSum sum) => RuleVersions.IsOn(form, period, RuleTexts.SumDiffers)
        ? RuleVersions.Parameter(form, period, RuleTexts.SumDiffers, "slack")
            + (line.Decimals <= 0 ? 0 : RuleVersions.Parameter(form, period, RuleTexts.SumDiffers, "halves") * sum.Units * new decimal(1, 0, 0, false, (byte)Math.Min(line.Decimals, 8)) / 2)
        : decimal.MaxValue;

    readonly record struct Figure(string District, PeriodKind Kind, DateOnly Start, string Element, string Breakdown);
}
