using Reporting.Warehouse;

namespace Reporting.Etl.Intake;

/// <summary>What is to be said about single cells of a sheet; of each kind the first ones by name, then how many more there are.</summary>
sealed class CellRemarks(string sheet)
{
    const int MostByName = 50;
    readonly List<Finding> findings = [];
    int formulas, twice, missing;

    public IReadOnlyList<Finding> Findings =>
    [
        .. findings,
        .. new[] { ("formula_without_value", formulas), ("cell_twice", twice), ("cell_text_missing", missing) }
            .Where(kind => kind.Item2 > MostByName)
            .Select(kind => ReadFindings.AndMore(findings.First(finding => finding.Code == kind.Item1), sheet, kind.Item2 - MostByName)),
    ];

    public void FormulaWithoutValue(int row, int column)
    {
        if (++formulas <= MostByName) findings.Add(ReadFindings.FormulaWithoutValue(sheet, row, column));
    }

    public void Twice(int row, int column)
    {
        if (++twice <= MostByName) findings.Add(ReadFindings.CellTwice(sheet, row, column));
    }

    public void TextMissing(int row, int column)
    {
        if (++missing <= MostByName) findings.Add(ReadFindings.TextMissing(sheet, row, column));
    }
}
