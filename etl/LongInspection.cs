using System.Text.Json.Nodes;
using Reporting.Etl.Intake;
using Reporting.Warehouse;

namespace Reporting.Etl;

/// <summary>What <c>inspect</c> shows of a long CSV, which has no sheets: how much it says, of whom and of when.</summary>
static class LongInspection
{
    public static JsonObject Describe(IReadOnlyList<LongRow> rows)
    {
        var span = SpanOf(rows);
        return new()
        {
            ["rows"] = rows.Count,
            ["districts"] = Distinct(rows, row => row.District),
            ["orgs"] = Distinct(rows, row => row.Org).Count,
            ["elements"] = Distinct(rows, row => row.Element).Count,
            ["first_period"] = span?.First.ToString(),
            ["last_period"] = span?.Last.ToString(),
        };
    }

    public static string InWords(IReadOnlyList<LongRow> rows) =>
        $"{LongCsv.FormName}：{rows.Count}行　区：{string.Join("、", rows.Select(row => row.District).Distinct().Order(StringComparer.Ordinal))}　报告期：{(SpanOf(rows) is var (first, last) ? $"{first.InWords()}至{last.InWords()}" : "未写")}\n";

    /// <summary>From the period that begins first to the one that ends last; those that are no periods are left out.</summary>
    static (Period First, Period Last)? SpanOf(IReadOnlyList<LongRow> rows)
    {
        var periods = rows.Select(row => row.Period).Distinct().Where(text => Period.TryParse(text, out _)).Select(Period.Parse).ToList();
        return periods.Count == 0 ? null : (periods.MinBy(period => (period.Start, period.End)), periods.MaxBy(period => (period.End, period.Start)));
    }

    static JsonArray Distinct(IReadOnlyList<LongRow> rows, Func<LongRow, string> part) =>
        new([.. rows.Select(part).Where(text => text.Length > 0).Distinct().Order(StringComparer.Ordinal).Select(text => JsonValue.Create(text))]);
}
