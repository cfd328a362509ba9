namespace Reporting.Reports;

/// <summary>How a report is laid on paper. Nothing of what it says depends on it.</summary>
public sealed record PrintProfile
{
    PrintProfile() { }

    /// <summary>Read on screen and printed: contents and links beside the page, colour beside shape, a head and foot line on each page.</summary>
    public static PrintProfile House { get; } = new();

    /// <summary>
    /// 公文附件: printed as the annex of an official document, by GB/T 9704-2012: 天头 37 mm, 订口 28 mm, a text area of 156 × 225 mm,
    /// its fonts, black alone, page numbers — 1 — on the outer side, 附件 at the top left. What is only for the screen is left out.
    /// </summary>
    /// <param name="number">Of the annex; null where the document has one only.</param>
    public static PrintProfile Annex(int? number) => new()
    {
        Label = $"附件{number}", TitleFont = "方正小标宋简体", TextFont = "仿宋", TableFont = "仿宋", TitleSize = 22, TextSize = 16,
        Page = new(37, 26, 35, 28),
    };

    /// <summary>Stands above the first title; null: this is no annex.</summary>
    public string? Label { get; private init; }

    public bool IsAnnex => Label is not null;

    public string TitleFont { get; private init; } = "黑体";
    public string HeadFont { get; private init; } = "黑体";
    public string TextFont { get; private init; } = "仿宋";
    public string TableFont { get; private init; } = "宋体";

    /// <summary>Points; of text also of headings.</summary>
    public double TitleSize { get; private init; } = 20;
    public double TextSize { get; private init; } = 12;

    public PageMargins Page { get; private init; } = new(19.05, 12.7, 19.05, 12.7);
}

/// <summary>Millimetres, of an upright page.</summary>
public sealed record PageMargins(double Top, double Right, double Bottom, double Left)
{
    /// <summary>Of a sheet lying in the same volume: bound at its top, its head at the right.</summary>
    public PageMargins Lying => new(Left, Top, Right, Bottom);
}
