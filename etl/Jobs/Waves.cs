namespace Reporting.Etl.Jobs;

/// <summary>
/// Cuts a batch into waves that can be checked and loaded together: a sheet of a unit is checked against what its earlier sheets have
/// loaded, so within one wave a unit sends a form only once; and a department's figures of the district against what the units' sheets
/// before it have.
/// </summary>
static class Waves
{
    const int Largest = 200; // submissions held in memory at once

    public static IEnumerable<IReadOnlyList<ReadSubmission>> Of(IEnumerable<ReadSubmission> batch)
    {
        var (wave, seen, figures) = (new List<ReadSubmission>(), new HashSet<(string?, string?)>(), new HashSet<Figure>());
        foreach (var submission in batch)
        {
            List<(string?, string?)> senders = [.. submission.Tables.Where(table => table.Unit is not null).Select(table => (table.Unit!.Code, table.Form?.Id)).Distinct()];
            // A long CSV speaks for anyone: it goes alone.
            var isAlone = submission.File.Rows is not null || wave.Count > 0 && wave[^1].File.Rows is not null;
            if (wave.Count == Largest || senders.Any(seen.Contains) || wave.Count > 0 && isAlone || FiguresOf(submission, ofDistrict: true).Any(figures.Contains))
            {
                yield return wave;
                (wave, seen, figures) = ([], [], []);
            }
            wave.Add(submission);
            seen.UnionWith(senders);
            figures.UnionWith(FiguresOf(submission, ofDistrict: false));
        }
        if (wave.Count > 0) yield return wave;
    }

    static IEnumerable<Figure> FiguresOf(ReadSubmission submission, bool ofDistrict) => submission.Tables.SelectMany(table =>
        table is { Form: { } form, Unit: { } unit, Period: { } period } && DistrictForms.MeasuresDistrict(unit) == ofDistrict
            ? form.Lines.Select(line => new Figure(unit.District, line.Element, period.Start)) : []);

    readonly record struct Figure(string District, string Element, DateOnly Start);
}
