using Reporting.Warehouse;

namespace Reporting.Etl.Intake;

/// <summary>One kind of remark on the cells of a sheet: the first ones by name, then how many more there are.</summary>
sealed class CellRemarks(string sheet, Func<string, int, int, Finding> say)
{
    const int MostByName = 50, MostPlaces = 20_000;
    readonly List<Finding> findings = [];
    readonly HashSet<(int, int)> places = [];
    int count;

    public IReadOnlyList<Finding> Findings =>
        count <= MostByName ? findings : [.. findings, ReadFindings.AndMore(findings[0], sheet, count - MostByName)];

    public IReadOnlySet<(int Row, int Column)> Places => places;

    public void Add(int row, int column)
    {
        if (++count <= MostByName) findings.Add(say(sheet, row, column));
        if (count <= MostPlaces) places.Add((row, column));
    }
}
