namespace Reporting.Etl.Jobs;

/// <summary>
/// Cuts a batch into waves that can be checked and loaded together: a sheet of a unit is checked against what its earlier sheets have
/// loaded, so within one wave a unit sends a form only once.
/// </summary>
static class Waves
{
    const int Largest = 200; // submissions held in memory at once

    public static IEnumerable<IReadOnlyList<ReadSubmission>> Of(IEnumerable<ReadSubmission> batch)
    {
        var (wave, seen) = (new List<ReadSubmission>(), new HashSet<(string?, string?)>());
        foreach (var submission in batch)
        {
            List<(string?, string?)> senders = [.. submission.Tables.Where(table => table.Unit is not null).Select(table => (table.Unit!.Code, table.Form?.Id)).Distinct()];
            // A long CSV speaks for anyone: it goes alone.
            var isLong = submission.File.Rows is not null;
            if (wave.Count == Largest || senders.Any(seen.Contains) || wave.Count > 0 && (isLong || wave[^1].File.Rows is not null))
            {
                yield return wave;
                (wave, seen) = ([], []);
            }
            wave.Add(submission);
            seen.UnionWith(senders);
        }
        if (wave.Count > 0) yield return wave;
    }
}
