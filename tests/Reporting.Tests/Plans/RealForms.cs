using System.Globalization;
using System.Text;
using System.Text.Json;
using Reporting.Portal;
using Reporting.Portal.Commands;
using Reporting.Tests.Intake;
using Reporting.Tests.Portal;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;

namespace Reporting.Tests.Plans;

/// <summary>An office with the shipped definitions and nothing else, to which sheets are sent as people send them.</summary>
sealed class RealForms : IDisposable
{
    readonly ShippedOffice shipped;
    readonly Office office;

    /// <param name="today">Nine in the morning of that day.</param>
    public RealForms(DateOnly today)
    {
        shipped = new(new HandClock(new DateTimeOffset(today.ToDateTime(new(9, 0)), TimeSpan.FromHours(8))));
        office = shipped.Office;
    }

    public Office Office => office;

    /// <summary>Sends one sheet, written as comma-separated text, as a CSV or as a workbook by its name; it must load without a word.</summary>
    public void Send(string name, string rows) => Assert.Equal("loaded ", Sent(name, rows));

    /// <summary>What became of it: the state, and the codes of what was found.</summary>
    public string Sent(string name, string rows, params (string Name, string Value)[] named)
    {
        var bytes = name.EndsWith(".xlsx", StringComparison.Ordinal) ? Workbook(rows) : Encoding.UTF8.GetBytes(rows);
        var answer = Submit.Verb.Run!(Request("submit", named) with { Files = [new("FILE", name, bytes)] }, office);
        var said = JsonDocument.Parse(answer.Out).RootElement.GetProperty("answers")[0];
        var findings = said.GetProperty("findings").EnumerateArray().Concat(said.GetProperty("tables").EnumerateArray().SelectMany(table => table.GetProperty("findings").EnumerateArray()))
            .Where(finding => finding.GetProperty("severity").GetString() != "info").Select(finding => finding.GetProperty("code").GetString()).Distinct();
        return $"{said.GetProperty("state").GetString()} {string.Join(' ', findings)}";
    }

    /// <summary>A figure of the period itself as <c>unit value bound role</c>; several where several said it.</summary>
    public string Held(string district, string element, string period)
    {
        var span = Period.Parse(period);
        return string.Join("; ", office.Warehouse.Marts.Observations(district, element, span.Start, span.End, office.Warehouse.Marts.LastLoad()!.LoadId)
            .Where(row => row.PeriodKind == span.Kind && row.PeriodStart == span.Start && row.PeriodEnd == span.End && row.Basis == Basis.in_period && row.State == ValueState.reported)
            .Select(row => FormattableString.Invariant($"{row.OrgUnit} {row.Value:0.####} {row.Bound} {row.Role}")));
    }

    /// <summary>What <c>assess --plan</c> answers, by commitment; a commitment has a row for each version that the text leaves open.</summary>
    public ILookup<string, JsonElement> Assessed(string plan, params (string Name, string Value)[] more) => JsonDocument.Parse(Assess.Verb.Run!(Request("assess", [("--plan", plan), .. more]), office).Out).RootElement
        .GetProperty("commitments").EnumerateArray().ToLookup(one => one.GetProperty("id").GetString()!);

    public static Request Request(string verb, params (string Name, string Value)[] values) =>
        new(verb, values.ToDictionary(value => value.Name, value => (IReadOnlyList<string>)[value.Value]), [], "甲", null, "zh", true);

    public void Dispose() => shipped.Dispose();

    // Numbers as number cells, words as words, and a blank between two commas as no cell.
    static byte[] Workbook(string rows)
    {
        var sheet = new StringBuilder();
        foreach (var (row, line) in rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Index())
        {
            sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">");
            foreach (var (column, cell) in line.Split(',').Index().Where(cell => cell.Item.Length > 0))
                sheet.Append(decimal.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out _)
                    ? $"<c r=\"{(char)('A' + column)}{row + 1}\"><v>{cell}</v></c>" : $"<c r=\"{(char)('A' + column)}{row + 1}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>");
            sheet.Append("</row>");
        }
        return Book.OfRows(sheet.ToString());
    }
}
