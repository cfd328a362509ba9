namespace Reporting.Warehouse;

/// <summary>
/// Something a person should know about what was sent. A value, never an exception: rules yield findings and go on.
/// </summary>
/// <param name="Code">Stable code of the rule or reader limit, such as <c>ytd_not_previous_plus_month</c>.</param>
/// <param name="Place">Where, in the sender's words and then in the sheet's.</param>
/// <param name="Found">What stands there, as written; null where nothing is meant.</param>
/// <param name="Expected">A value or condition that would pass.</param>
/// <param name="Difference">Found minus expected where both are numbers.</param>
/// <param name="Message">One sentence in Chinese that says what is wrong and how to put it right.</param>
/// <param name="MessageEn">The same in English.</param>
public sealed record Finding(
    string Code, Severity Severity, Place Place, string? Found, string? Expected, decimal? Difference, string Message, string MessageEn)
{
    /// <summary>上报说明: the reason that lets this warning pass; null where none was given.</summary>
    public string? Explanation { get; init; }
}

/// <summary>A place in a submitted file: line and column in words, then sheet and cell. Any part may be unknown.</summary>
/// <param name="Line">The row's own words with its number, such as <c>3 帮扶引领成功创业人数</c>.</param>
/// <param name="Column">The column's words, such as <c>本年累计</c>.</param>
/// <param name="Sheet">Sheet name; null for a CSV or the file as a whole.</param>
/// <param name="Cell">Excel address of the cell or range, such as <c>D7</c>.</param>
public sealed record Place(string? Line = null, string? Column = null, string? Sheet = null, string? Cell = null)
{
    public static readonly Place File = new();

    public override string ToString() =>
        string.Join("，", new[] { Line is null ? null : Column is null ? Line : $"{Line} × {Column}", Column is not null && Line is null ? Column : null,
            string.IsNullOrEmpty(Sheet) ? Cell : Cell is null ? Sheet : $"{Sheet}!{Cell}" }.Where(part => part is not null));
}
