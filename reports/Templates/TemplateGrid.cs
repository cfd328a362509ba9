using Reporting.Reports.Layout;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Templates;

/// <summary>Which lines and columns an empty form has for its unit, and how wide they stand.</summary>
sealed class TemplateGrid
{
    const int ShortestLabel = 30, LongestLabel = 46, UnitWidth = 10, NumberWidth = 6, FigureWidth = 13, AsideWidth = 16, RemarkWidth = 22, WidestRemark = 44;
    // What one page of A4 takes at full size, in characters; a little more is printed a little smaller.
    const int Portrait = 94, Landscape = 136;

    public TemplateGrid(TemplateContent content)
    {
        (Content, Figures) = (content, new(content.Unit, content.Held));
        Lines = [.. content.Form.Lines.Where(line => content.Owes(line) || IsAboveOwed(line))];
        Columns = [.. content.Form.Columns.Where(column => Lines.Any(line => IsAsked(line, column)))];
        Asides = [.. Columns.Where(column => HasAside(content.Period.Kind, column) && Lines.Any(line => Aside(line, column) is not null))];
        HasUnits = Lines.Select(line => line.Unit).Distinct().Count() > 1;
        Widths = Spread();
    }

    public TemplateContent Content { get; }
    public HeldFigures Figures { get; }

    /// <summary>Those the unit owes, each below the whole that it is part of.</summary>
    public IReadOnlyList<FormLine> Lines { get; }

    public IReadOnlyList<FormColumn> Columns { get; }

    /// <summary>Columns whose figure of the period before stands beside the page.</summary>
    public IReadOnlyList<FormColumn> Asides { get; }

    /// <summary>Lines are measured in different units, so each says its own.</summary>
    public bool HasUnits { get; }

    public IReadOnlyList<int> Widths { get; }
    public int PageColumns => Widths.Count - Asides.Count;
    public bool IsWide { get; private set; }

    /// <summary>Columns before the first figure: label, unit, 行次.</summary>
    public int Stem => HasUnits ? 3 : 2;

    public bool IsAsked(FormLine line, FormColumn column) => Content.Owes(line) && line.Fills(column.Id);

    public decimal? Aside(FormLine line, FormColumn column) => IsAsked(line, column) ? Figures.Before(line, column.Basis, Content.Period) : null;

    /// <summary>How many columns to the right the figure of the period before stands.</summary>
    public int StepsToAside(FormColumn column) => PageColumns + Asides.ToList().IndexOf(column) - (Stem + Columns.ToList().IndexOf(column));

    static bool HasAside(PeriodKind kind, FormColumn column) =>
        column is { IsQuoted: false, HasOwnPeriod: false } && kind is PeriodKind.month or PeriodKind.quarter or PeriodKind.half;

    /// <summary>A whole that the unit does not owe is printed, and locked, above the part that it does: 其中：女性 alone says nothing.</summary>
    bool IsAboveOwed(FormLine line) => Content.Form.Lines.SkipWhile(other => other != line).Skip(1)
        .TakeWhile(other => other.Level > line.Level).Any(Content.Owes);

    List<int> Spread()
    {
        var label = Math.Clamp(Lines.Max(line => TextMeasure.Width(TemplateTable.Label(line))) + 3, ShortestLabel, LongestLabel);
        List<int> page = [label, .. HasUnits ? (IEnumerable<int>)[UnitWidth] : [], NumberWidth, .. Columns.Select(_ => FigureWidth)];
        IsWide = page.Sum() + RemarkWidth > Portrait * 1.1;
        page.Add(Math.Clamp((IsWide ? Landscape : Portrait) - page.Sum(), RemarkWidth, WidestRemark));
        return [.. page, .. Asides.Select(_ => AsideWidth)];
    }
}
