namespace Reporting.Etl.Intake;

/// <summary>Finds what separates the fields: the sign that cuts most records into the same number of fields, quotes respected.</summary>
static class CsvDelimiter
{
    const int SampleLetters = 64 * 1024;
    const int SampleRecords = 200;
    // The rarer a sign is in ordinary text and numbers, the earlier: on a tie 1,234;5,678 is cut at the semicolon.
    static readonly char[] Candidates = ['\t', ';', '|', ','];

    public static char Of(ReadOnlySpan<char> text)
    {
        var sample = text[..Math.Min(text.Length, SampleLetters)];
        var (best, bestRecords) = (',', 0);
        foreach (var candidate in Candidates)
        {
            var records = RecordsAlike(sample, candidate);
            if (records > bestRecords) (best, bestRecords) = (candidate, records);
        }
        return best;
    }

    // How many records have the commonest number of fields, where that is more than one.
    static int RecordsAlike(ReadOnlySpan<char> sample, char delimiter)
    {
        var fields = new Dictionary<int, int>();
        var splitter = new CsvSplitter(sample, delimiter);
        var record = 0;
        while (splitter.Next() && splitter.Record <= SampleRecords)
            fields[record = splitter.Record] = splitter.Field;
        return fields.Values.Where(count => count > 1).GroupBy(count => count).Select(group => group.Count()).DefaultIfEmpty().Max();
    }
}
