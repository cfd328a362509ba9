using Reporting.Warehouse;

namespace Reporting.Tests.Answers;

/// <summary>Mistakes in figures: the clerk types the right one over it.</summary>
static class TripFigures
{
    public static IReadOnlyList<TripKind> All { get; } =
    [
        Figure("part over whole", "part_above_whole", sheet => sheet.At(1, "month"), 2, sheet => sheet.PutMonth(2, sheet.TrueAt(1, "month") + 3)),
        Figure("cumulative not updated", "ytd_not_previous_plus_month", sheet => sheet.At(3, "ytd"), 3, sheet => sheet.Put(3, "ytd", sheet.TrueAt(3, "ytd") - sheet.TrueAt(3, "month"))),
        Figure("digits swapped", "ytd_not_previous_plus_month", sheet => sheet.At(1, "ytd"), 1, sheet => sheet.Put(1, "ytd", Swapped(sheet.TrueAt(1, "ytd")))),
        Figure("万 missing", "ytd_not_previous_plus_month", sheet => sheet.At(9, "ytd"), 9, sheet => sheet.Put(9, "ytd", sheet.TrueAt(9, "ytd") / 10_000)),
        Figure("month and year changed over", "ytd_not_previous_plus_month", sheet => sheet.At(4, "ytd"), 4, sheet =>
        {
            sheet.Put(4, "ytd", sheet.TrueAt(4, "month"));
            sheet.Put(4, "month", sheet.TrueAt(4, "ytd"));
        }),
        Figure("words for a number", "value_unreadable", sheet => sheet.At(3, "month"), 3, sheet => sheet.Put(3, "month", "约二十几人")),
        Figure("required cell blank", "value_required", sheet => sheet.At(6, "month"), 6, sheet => sheet.Put(6, "month", (decimal?)null)),
        Figure("formula never computed", "value_required", sheet => sheet.At(5, "month"), 5, sheet =>
            sheet.Bytes = ClerkEdit.Compute(sheet.Bytes, sheet.Grid.Name, sheet.At(5, "month"), "SUM(A90:A99)")),
        Figure("negative", "value_negative", sheet => sheet.At(8, "month"), 8, sheet => sheet.PutMonth(8, -2)),
        Figure("half a person", "value_not_whole", sheet => sheet.At(5, "month"), 5, sheet => sheet.Put(5, "month", 3010.5m)),
        Figure("account number", "value_too_large", sheet => sheet.At(5, "month"), 5, sheet => sheet.Put(5, "month", 9_900_001_980_010_070_000m)),
        Figure("number where — is printed", "value_not_applicable", sheet => sheet.At(5, "ytd"), 5, sheet => sheet.Put(5, "ytd", 3000)) with { Verdict = TableState.loaded },
    ];

    static TripKind Figure(string name, string code, Func<TripSheet, string> at, int line, Action<TripSheet> spoil) => new(name, code, at, spoil, sheet => sheet.Restore(line));

    static decimal Swapped(decimal number)
    {
        var digits = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return decimal.Parse($"{digits[0]}{digits[2]}{digits[1]}", System.Globalization.CultureInfo.InvariantCulture);
    }
}
