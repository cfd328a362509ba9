namespace Reporting.Portal.Demo;

enum FileKind { excel, wps, libre_office, csv_gb18030, csv_utf8 }

enum TitleStyle { district_form_period, form_period, unit_period_form, period_form, form_only }

enum PeriodPlace { title, own_line, unit_line, separate_cells }

enum PeriodDigits { plain, padded, full_width, chinese }

enum UnitNaming { reporting_unit, unit_name, split_cells, title_only, nowhere }

/// <summary>How the sheet says in what its numbers count.</summary>
enum Measure { line, column, ten_thousand_line, ten_thousand_column }

enum FormNumberStyle { none, line, block }

enum Numbering { none, after_label, before_label }

enum LabelStyle { as_printed, half_width_indent, full_width_indent, indent_without_word, half_width_colon }

enum DigitStyle { numbers, grouped_numbers, some_text, text_with_marks, some_full_width }

enum SignatureStyle { one_cell, own_cells, two_rows, none }

enum SheetNameStyle { form, sheet1, month, unit }

enum FileNameStyle { unit_month_form, attachment_final, iso_month, form_brackets_unit, year_month_unit, month_only }

/// <summary>How one unit lays out its sheet. It stays as it is over the year but for a slight drift (<see cref="DemoLayouts.InMonth"/>).</summary>
/// <param name="ColumnOrder">Value columns from left to right, by id.</param>
/// <param name="MergedHeader">Two header rows with 本年 over 本月数 and 累计.</param>
/// <param name="LetterRow">The row 甲 乙 1 2 3 under the header.</param>
/// <param name="Dash">What stands where nothing is asked; empty for nothing.</param>
/// <param name="Contact">Who signs, stands at the foot of the sheet.</param>
sealed record DemoLayout(
    FileKind File, TitleStyle Title, PeriodPlace PeriodPlace, PeriodDigits PeriodDigits, UnitNaming UnitNaming, Measure Measure,
    FormNumberStyle FormNumber, Numbering Numbering, LabelStyle Labels, DigitStyle Digits, SignatureStyle Signature, SheetNameStyle SheetName,
    FileNameStyle FileName, IReadOnlyList<string> ColumnOrder, bool MergedHeader, bool LetterRow, bool BlankRows, bool Remarks, bool Notes,
    bool UsesAliases, string FormTitle, string Dash, DemoContact Contact)
{
    public bool IsCsv => File is FileKind.csv_gb18030 or FileKind.csv_utf8;
    public bool InTenThousands => Measure is Measure.ten_thousand_line or Measure.ten_thousand_column;
    public bool NamesUnit => UnitNaming is not (UnitNaming.nowhere or UnitNaming.title_only) || Title is TitleStyle.unit_period_form;
}

/// <param name="Extension">An internal extension: nobody's real number.</param>
sealed record DemoContact(string PreparedBy, string Responsible, string Extension);
