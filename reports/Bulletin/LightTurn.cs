using Reporting.Reports.Monthly;
using Reporting.Warehouse.Assessment.Lights;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Bulletin;

/// <summary>What became of a light since the month before, what needs somebody first.</summary>
enum LightTurn { lit, worsened, unjudged, eased, gone_out, none }

static class LightTurns
{
    /// <summary>Of the year's first month nothing can be said: a year's lights begin with it.</summary>
    public static LightTurn Of(MonthlyFacts facts, Alert alert) => facts.Before(alert) is not { } before ? LightTurn.none : (before.Light > LightColour.green, alert.IsLit) switch
    {
        (false, true) => LightTurn.lit,
        (true, false) => alert.Now.Light == LightColour.grey ? LightTurn.unjudged : LightTurn.gone_out,
        (true, true) when alert.Now.Light > before.Light => LightTurn.worsened,
        (true, true) when alert.Now.Light < before.Light => LightTurn.eased,
        _ => LightTurn.none,
    };

    public static string InWords(this LightTurn change) => change switch
    {
        LightTurn.lit => "新亮",
        LightTurn.worsened => "转差",
        LightTurn.unjudged => "转未评",
        LightTurn.eased => "转好",
        LightTurn.gone_out => "熄灭",
        _ => "没有变化",
    };
}
