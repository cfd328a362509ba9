using System.Globalization;

namespace ExcelNumberFormat;

/// <summary>
/// A cell format such as <c>#,##0.00;[Red]-#,##0.00</c>: up to four sections for positive, negative, zero and text.
/// Fractions (<c># ?/?</c>) and elapsed time (<c>[h]:mm</c>) are beyond it: such formats are not valid here.
/// </summary>
public sealed class NumberFormat
{
    readonly IReadOnlyList<Section> sections;

    public NumberFormat(string formatString)
    {
        sections = SectionReader.Read(formatString);
        IsValid = sections.Count is > 0 and <= 4 && sections.All(section => section.IsValid);
        IsDateTimeFormat = IsValid && sections[0].Kind == SectionKind.Date;
    }

    public bool IsValid { get; }

    public bool IsDateTimeFormat { get; }

    /// <summary>The text that the cell shows; a value that no section fits is written as it is.</summary>
    public string Format(object value, CultureInfo culture)
    {
        if (!IsValid || value is null)
        {
            return Convert.ToString(value, culture) ?? string.Empty;
        }

        return value switch
        {
            string text => FormatText(text),
            bool flag => FormatText(flag ? "TRUE" : "FALSE"),
            DateTime date => FormatDate(date, culture),
            TimeSpan time => FormatDate(SerialDate.ToDate(time.TotalDays), culture),
            IConvertible number => FormatNumber(number, culture),
            _ => value.ToString() ?? string.Empty,
        };
    }

    string FormatText(string text)
    {
        var section = sections.Count == 4 ? sections[3] : sections.FirstOrDefault(each => each.Kind == SectionKind.Text);
        return section is null ? text : TextSection.Write(section, text);
    }

    string FormatDate(DateTime date, CultureInfo culture) => sections[0].Kind == SectionKind.Date
        ? DateWriter.Write(sections[0], date, culture)
        : FormatNumber(date.ToOADate(), culture);

    string FormatNumber(IConvertible value, CultureInfo culture)
    {
        var number = value.ToDouble(CultureInfo.InvariantCulture);
        var section = Choose(number);
        return section.Kind switch
        {
            SectionKind.Text => TextSection.Write(section, General.Write(value, culture)),
            SectionKind.Date => SerialDate.Holds(number)
                ? DateWriter.Write(section, SerialDate.ToDate(number), culture)
                : General.Write(value, culture),
            _ => NumberWriter.Write(section, value, SignIsWritten(section, number), culture),
        };
    }

    Section Choose(double number) => sections.Count switch
    {
        2 => number < 0 ? sections[1] : sections[0],
        > 2 => sections[number > 0 ? 0 : number < 0 ? 1 : 2],
        _ => sections[0],
    };

    // A section of its own for negative numbers says itself how they look.
    bool SignIsWritten(Section section, double number) => number < 0 && ReferenceEquals(section, sections[0]);
}
