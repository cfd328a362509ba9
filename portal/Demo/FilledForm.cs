using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Portal.Demo;

/// <summary>What a sender puts into one cell: a value, words in its stead, or nothing.</summary>
/// <param name="Asked">False where the form wants nothing of this sender there (printed — or left empty).</param>
sealed record Entry(decimal? Value, string? Words, bool Asked)
{
    public static readonly Entry NotAsked = new(null, null, false);
    public static readonly Entry Blank = new(null, null, true);
    public static Entry Of(decimal value) => new(value, null, true);

    /// <summary>A number as somebody words it: 18000以上.</summary>
    public static Entry Worded(decimal value, string words) => new(value, words, true);
    public static Entry Said(string words) => new(null, words, true);

    public string InWords() => Words ?? Value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
}

/// <summary>Where an entry stands in the form: line number and column id.</summary>
readonly record struct Spot(int Line, string Column);

/// <summary>One form as one sender fills it in for one period, before it gets a layout.</summary>
/// <param name="NamedUnit">The unit whose name the sheet carries; another than the sender only by mistake.</param>
/// <param name="LineLeftOut">A line whose row is not there.</param>
/// <param name="LineTwice">A line whose row stands there a second time, at the end.</param>
/// <param name="ColumnLeftOut">A column that is not there.</param>
sealed record FilledForm(
    Form Form, OrgUnit Sender, OrgUnit NamedUnit, Period Period, IReadOnlyDictionary<Spot, Entry> Entries,
    int? LineLeftOut = null, int? LineTwice = null, string? ColumnLeftOut = null)
{
    /// <summary>The period written on the sheet; another than its own only by mistake.</summary>
    public Period NamedPeriod { get; init; } = Period;

    /// <summary>Lines in which a department counts more than the units add up to, for a reason of its own.</summary>
    public IReadOnlyList<int> MoreThanUnits { get; init; } = [];

    public static FilledForm Truth(DemoFigures figures, Form form, OrgUnit sender, Period period)
    {
        var entries = form.Lines.SelectMany(line => form.Columns.Select(column => (Spot: new Spot(line.Number, column.Id),
            Entry: figures.Cell(sender, form, line, column, period) ?? Entry.NotAsked)));
        return new(form, sender, sender, period, entries.ToDictionary(entry => entry.Spot, entry => entry.Entry))
        {
            MoreThanUnits = [.. form.Lines.Where(line => form.SentBy(sender)?.Owes(line.Number) == true && figures.More(sender, line, period) > 0).Select(line => line.Number)],
        };
    }

    public IEnumerable<FormLine> OwnLines => Form.Lines.Where(line => Form.SentBy(Sender)?.Owes(line.Number) == true);

    public decimal? Value(FormLine line, FormColumn? column) =>
        column is null ? null : Entries.GetValueOrDefault(new(line.Number, column.Id))?.Value;

    public FilledForm With(params ReadOnlySpan<(FormLine Line, FormColumn Column, Entry Entry)> changes)
    {
        var changed = new Dictionary<Spot, Entry>(Entries);
        foreach (var (line, column, entry) in changes) changed[new(line.Number, column.Id)] = entry;
        return this with { Entries = changed };
    }

    /// <summary>The spots where this sheet says something else than <paramref name="truth"/>.</summary>
    public IEnumerable<Spot> DifferencesFrom(FilledForm truth) => Form.Lines
        .SelectMany(line => Form.Columns.Select(column => new Spot(line.Number, column.Id)))
        .Where(spot => Entries[spot] != truth.Entries[spot]);
}
