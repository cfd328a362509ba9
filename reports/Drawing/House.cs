using ClosedXML.Excel;
using Reporting.Warehouse.Reference;

namespace Reporting.Reports.Drawing;

/// <summary>The house style: Chinese desktop fonts, sizes in points, and fills told apart by lightness alone, so that they survive a grey printer.</summary>
static class House
{
    public const string TitleFont = "黑体", TableFont = "宋体";
    public const double TableSize = 10.5, DenseSize = 9, LineHeight = 1.4, RowPadding = 6, TallestRow = 409, FormRow = 22;

    public static readonly XLColor HeadFill = XLColor.FromArgb(0xE4, 0xEA, 0xF1), TotalFill = XLColor.FromArgb(0xF2, 0xF2, 0xF2);
    public static readonly XLColor GivenFill = XLColor.FromArgb(0xEC, 0xEC, 0xEC), AsideColor = XLColor.FromArgb(0x60, 0x60, 0x60);
    public static readonly XLColor BorderColor = XLColor.FromArgb(0x80, 0x80, 0x80);

    /// <summary>Dark enough for text, told from black at a second look.</summary>
    public static readonly XLColor LinkColor = XLColor.FromArgb(0x1F, 0x3A, 0x5F);

    /// <summary>Height of one row of a band of charts, in points.</summary>
    public const double ChartRow = 18;

    /// <summary>A light's shape: legible without its colour.</summary>
    public static string Shape(LightColour colour) => colour switch
    {
        LightColour.red => "▲",
        LightColour.orange => "◆",
        LightColour.yellow => "■",
        LightColour.green => "●",
        _ => "",
    };

    /// <summary>Dark on white and apart from one another in lightness; the shape says it already.</summary>
    public static XLColor Color(LightColour colour) => colour switch
    {
        LightColour.red => XLColor.FromArgb(0xA5, 0x0F, 0x15),
        LightColour.orange => XLColor.FromArgb(0xB4, 0x5F, 0x06),
        LightColour.yellow => XLColor.FromArgb(0x7F, 0x6A, 0x00),
        LightColour.green => XLColor.FromArgb(0x1B, 0x6E, 0x3C),
        _ => AsideColor,
    };
}
