namespace Reporting.Warehouse.Reference;

/// <summary>进度灯, from good to bad. Grey is no light: nothing can be said, and the reason is.</summary>
public enum LightColour { grey, green, yellow, orange, red }

/// <summary>What a light goes by; of each the larger, the worse.</summary>
public enum LightMeasure
{
    /// <summary>Percentage points behind 序时.</summary>
    points_behind,

    /// <summary>Per cent of the ceiling: of a level as it stands, of a flow what this pace will have used by the end.</summary>
    share_of_ceiling,

    /// <summary>Percentage points short of a rate.</summary>
    points_below,

    /// <summary>Per cent short of a number, below 0: to spare.</summary>
    percent_below,

    events,

    /// <summary>Days past the due date, below 0: to go.</summary>
    days_overdue,
}

/// <summary>亮灯标准: from which distance on which light, and how long it must last; of one district, or of all that have none of their own.</summary>
/// <param name="Missed">The light of a promise that is finally broken, at once and whatever the distance.</param>
public sealed record LightTable(string Id, string? District, string Name, string Document, LightColour Missed, IReadOnlyList<LightRule> Rules)
{
    public LightRule? RuleOf(string kind) => Rules.FirstOrDefault(rule => rule.Kinds.Contains(kind));

    public static LightTable? Of(Catalog catalog, string district) =>
        catalog.Lights.FirstOrDefault(table => table.District == district) ?? catalog.Lights.FirstOrDefault(table => table.District is null);
}

/// <param name="Steps">From the least light to the worst.</param>
/// <param name="Practice">The published practice that the numbers follow.</param>
public sealed record LightRule(IReadOnlyList<string> Kinds, LightMeasure Measure, IReadOnlyList<LightStep> Steps, Settling Settling, string Practice);

/// <summary>One threshold: reached at <paramref name="From"/>, or only beyond <paramref name="Over"/>. Exactly one of them is given.</summary>
public sealed record LightStep(LightColour Light, decimal? From, decimal? Over)
{
    public decimal Edge => From ?? Over ?? 0;

    /// <param name="margin">Added to the threshold: above 0 to enter, below 0 to leave.</param>
    public bool IsReachedBy(decimal distance, decimal margin = 0) => From is { } from ? distance >= from + margin : distance > Edge + margin;
}

/// <summary>What keeps noise from turning a light: beyond which margin and for how many months running a distance must stand to change it.</summary>
public sealed record Settling(decimal Enter, decimal Leave, int EnterMonths, int LeaveMonths);
