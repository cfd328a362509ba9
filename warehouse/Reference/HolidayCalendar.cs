namespace Reporting.Warehouse.Reference;

/// <summary>Days that do not follow the week, as published. Several calendars add up; no day stands in two of them.</summary>
public sealed record HolidayCalendar(string Id, IReadOnlyList<Holiday> Days);

/// <param name="Worked">True for a weekend day worked in exchange (调休), false for a day off.</param>
public sealed record Holiday(DateOnly Date, string Name, bool Worked);
