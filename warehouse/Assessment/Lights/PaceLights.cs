using Reporting.Warehouse.Reference;

namespace Reporting.Warehouse.Assessment.Lights;

/// <summary>One month's evaluation, and the day as of which it was asked.</summary>
public sealed record MonthOf(int Month, DateOnly Day, Evaluation Evaluation);

/// <summary>The light of one month, with why it is on.</summary>
/// <param name="Distance">By the rule's measure; null where there is none.</param>
public sealed record MonthLight(int Month, LightColour Light, decimal? Distance, string Reason);

/// <summary>
/// A year's months as lights. A light turns only when a distance has gone beyond a threshold by its margin for as many months as the table
/// says, and back the same way: what goes to and fro within the margins turns it at most once. A final answer turns it at once; a month of
/// which nothing is known is grey, and the light goes on from where it was.
/// </summary>
public static class PaceLights
{
    public static IReadOnlyList<MonthLight> Of(LightTable? table, Commitment commitment, IReadOnlyList<MonthOf> months)
    {
        if (table?.RuleOf(commitment.Kind) is not { } rule)
            return [.. months.Select(month => new MonthLight(month.Month, LightColour.grey, null, table is null ? "没有亮灯标准" : month.Evaluation.Words))];
        var (lights, known, held) = (new List<MonthLight>(), new List<decimal>(), LightColour.green);
        foreach (var month in months)
        {
            var reading = LightReading.Of(table, rule, commitment, month.Evaluation, month.Day);
            if (reading.Distance is { } distance) known.Add(distance);
            if (!reading.IsGrey) held = reading.AtOnce ?? Next(rule, held, known);
            lights.Add(reading.IsGrey ? new(month.Month, LightColour.grey, null, $"{reading.Words}{(held > LightColour.green ? $"（此前为{held.InWords()}灯）" : "")}")
                : new(month.Month, held, reading.Distance, Reason(rule, reading, held)));
        }
        return lights;
    }

    /// <summary>The light after these distances, of which the last is new.</summary>
    internal static LightColour Next(LightRule rule, LightColour held, IReadOnlyList<decimal> known)
    {
        var (enter, leave) = (rule.Settling.EnterMonths, rule.Settling.LeaveMonths);
        var worse = known.Count < enter ? held : known.TakeLast(enter).Min(distance => Level(rule, distance, rule.Settling.Enter));
        if (worse > held) return worse;
        var better = known.Count < leave ? held : known.TakeLast(leave).Max(distance => Level(rule, distance, -rule.Settling.Leave));
        return better < held ? better : held;
    }

    static LightColour Level(LightRule rule, decimal distance, decimal margin) =>
        rule.Steps.LastOrDefault(step => step.IsReachedBy(distance, margin))?.Light ?? LightColour.green;

    static string Reason(LightRule rule, LightReading reading, LightColour light)
    {
        if (reading.AtOnce is not null || reading.Distance is not { } distance) return reading.Words;
        var plain = rule.Steps.LastOrDefault(step => step.IsReachedBy(distance));
        if ((plain?.Light ?? LightColour.green) == light)
            return plain is null ? reading.Words : $"{reading.Words}（{LightWords.Threshold(rule.Measure, plain)}亮{light.InWords()}灯）";
        if (plain?.Light > light) // not yet by the margin, or not yet for long enough
            return $"{reading.Words}，还是{light.InWords()}灯（{LightWords.Threshold(rule.Measure, plain, rule.Settling.Enter)}{Running(rule.Settling.EnterMonths)}才亮{plain.Light.InWords()}灯）";
        var held = rule.Steps.FirstOrDefault(step => step.Light >= light) ?? rule.Steps[^1];
        return $"{reading.Words}，仍是{light.InWords()}灯（{LightWords.Threshold(rule.Measure, held, -rule.Settling.Leave, isLeaving: true)}{Running(rule.Settling.LeaveMonths)}才降灯）";
    }

    static string Running(int months) => months > 1 ? $"、连续 {months} 个月" : "";
}
