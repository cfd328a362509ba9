using System.Text.RegularExpressions;
using Reporting.Etl.Intake;

namespace Reporting.Etl.Sheets;

/// <summary>Numbers that name something (证件, 社保卡, 信用代码) and that a spreadsheet has cut to its fifteen digits.</summary>
static partial class Identifiers
{
    const int Kept = 15;

    /// <summary>The spoiled cells under headers that ask for an identifier.</summary>
    public static IReadOnlyList<Cell> Spoiled(Grid grid, Layout layout, HeaderPaths header)
    {
        var columns = header.Columns.Where(column => Header().IsMatch(Words.Bare(string.Concat(header.Of(column))))).ToHashSet();
        return columns.Count == 0 ? [] : [.. grid.Rows.Skip(layout.HeaderEnd).Take(layout.BodyEnd - layout.HeaderEnd)
            .SelectMany(row => row.Cells).Where(cell => columns.Contains(cell.Column) && IsSpoiled(cell))];
    }

    /// <summary>A number never holds more than fifteen digits; a text may be a number that was cut before it was saved as text.</summary>
    static bool IsSpoiled(Cell cell)
    {
        var bare = Words.Bare(cell.Text);
        if (Scientific().IsMatch(bare)) return true;
        var digits = cell.Kind is CellKind.Number or CellKind.Text && bare.Length > Kept && bare.All(char.IsAsciiDigit);
        return digits && (cell.Kind == CellKind.Number || bare.Length >= Kept + 3) && bare[Kept..].All(digit => digit == '0');
    }

    [GeneratedRegex("身份证|身份号|公民身份|证件号|证照号|社保卡|社会保障卡|社会保障号|信用代码|机构代码|银行卡|银行账号|[卡账帐]号")]
    private static partial Regex Header();
    [GeneratedRegex(@"^\d(?:\.\d+)?[Ee]\+?\d{2}$")]
    private static partial Regex Scientific();
}
