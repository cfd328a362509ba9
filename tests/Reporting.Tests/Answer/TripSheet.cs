using System.Globalization;
using System.Text.RegularExpressions;
using Reporting.Etl.Intake;
using Reporting.Portal.Demo;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Answers;

/// <summary>One town's sheet on its way: painted in the ways of a program, spoiled, sent, given back marked, and corrected.</summary>
sealed class TripSheet
{
    readonly DemoLayout layout;
    readonly FilledForm truth;

    public TripSheet(TripDistrict district, FileKind writer, OrgUnit unit, TripKind kind)
    {
        (District, Unit) = (district, unit);
        layout = LayoutOf(writer);
        var form = district.Form;
        var entries = form.Lines.SelectMany(line => form.Columns.Select(column => (Spot: new Spot(line.Number, column.Id),
            Entry: line.Fills(column.Id) ? Entry.Of(TripDistrict.True(line, column, kind.Period)) : Entry.NotAsked)));
        truth = new(form, unit, unit, kind.Period, entries.ToDictionary(entry => entry.Spot, entry => entry.Entry));
        Grid = Painted(kind.Paint(truth));
        Bytes = SheetWriter.Write(kind.Twice ? [Grid, Painted(truth).Named("附表")] : [Grid], writer, "陈敏", new DateTime(2022, 3, 7, 0, 0, 0, DateTimeKind.Utc));
        SheetNames = [.. MarkedBooks.Read(Bytes).Sheets.Select(sheet => sheet.Name).Where(name => name != "附表")];
    }

    public TripDistrict District { get; }
    public OrgUnit Unit { get; }
    public DemoGrid Grid { get; }
    public byte[] Bytes { get; set; }

    /// <summary>The sheets that are read, the program's own empty ones among them.</summary>
    public IReadOnlyList<string> SheetNames { get; }

    public bool HasUnitColumn => layout.Measure == Measure.column;

    /// <summary>Where the line's figure stands.</summary>
    public string At(int line, string column) => Grid.Spots[new(line, column)];

    /// <summary>The leftmost of a line's figures.</summary>
    public string FirstAt(int line) => Grid.Spots.Where(spot => spot.Key.Line == line).Select(spot => spot.Value).Order(StringComparer.Ordinal).First();

    /// <summary>The first cell that holds the words.</summary>
    public string At(string words) => Found(words) is { Row: > 0 } cell ? DemoGrid.Address(cell.Row, cell.Column) : throw new InvalidOperationException($"no cell says {words}");

    public bool Says(string words) => Found(words).Row > 0;

    public int RowOf(int line) => CellAddress.TryRead(At(line, "month"), out var row, out _) ? row : 0;

    public string LabelAt(int line) => DemoGrid.Address(RowOf(line), Grid.Cells.First(cell => cell.Row == RowOf(line) && cell.Look == Look.label).Column);

    public void Put(string address, object? value) => Bytes = ClerkEdit.Type(Bytes, Grid.Name, (address, value));

    public void Put(int line, string column, decimal? value) => Put(At(line, column), value);

    public void Put(int line, string column, string words) => Put(At(line, column), words);

    /// <summary>The month's figure, and the year's with it as it follows.</summary>
    public void PutMonth(int line, decimal month)
    {
        Put(line, "month", month);
        if (truth.Form.Line(line)!.Fills("ytd")) Put(line, "ytd", TrueAt(line, "ytd") - TrueAt(line, "month") + month);
    }

    public decimal TrueAt(int line, string column) => truth.Entries[new(line, column)].Value!.Value;

    public void Restore(int line, params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns.Length == 0 ? ["month", "ytd"] : columns)
            if (truth.Form.Line(line)!.Fills(column)) Put(line, column, TrueAt(line, column));
            else Put(At(line, column), layout.Dash);
    }

    /// <summary>Types over the part of a cell's words; back again by <see cref="Retype"/>.</summary>
    public void Overtype(string words, string by) => Put(At(words), Found(words).Text!.Replace(words, by, StringComparison.Ordinal));

    /// <summary>Types the words again that stood there when the sheet was painted.</summary>
    public void Retype(string words) => Put(At(words), Found(words).Text);

    public string PeriodWords => DemoWords.PeriodIn(layout.PeriodDigits, truth.Period);

    public string WordsOf(Period period) => DemoWords.PeriodIn(layout.PeriodDigits, period);

    public void Remark(int line, string words) => Put(DemoGrid.Address(RowOf(line), Grid.ColumnCount), words);

    /// <summary>A reason in the list of results, beside every finding of the code.</summary>
    public void Reason(string code, string words)
    {
        var result = MarkedBooks.Read(Bytes).Marks.Single(OwnMarks.IsResult);
        var rows = result.Cells.Where(cell => cell.Column == 11 && cell.Text == code).Select(cell => cell.Row).ToList();
        Assert.NotEmpty(rows);
        foreach (var row in rows) Bytes = ClerkEdit.Type(Bytes, result.Name, ($"J{row}", words));
    }

    public Period Period => truth.Period;

    public string LabelWords(int line) => Grid.Cells.First(cell => DemoGrid.Address(cell.Row, cell.Column) == LabelAt(line)).Text!;

    /// <summary>Of a line painted twice, the cell in its last row.</summary>
    public string SecondOf(int line, string column) => Regex.Replace(At(line, column), "[0-9]+", SecondRowOf(line).ToString(CultureInfo.InvariantCulture));

    public string SecondLabelOf(int line) => Regex.Replace(LabelAt(line), "[0-9]+", SecondRowOf(line).ToString(CultureInfo.InvariantCulture));

    int SecondRowOf(int line) => Grid.Cells.Last(cell => cell.Look == Look.label && cell.Text == LabelWords(line)).Row;

    /// <summary>Takes the contents out of a row, as with the Delete key.</summary>
    public void Empty(string inRow)
    {
        Assert.True(CellAddress.TryRead(inRow, out var row, out _));
        foreach (var cell in Grid.Cells.Where(cell => cell.Row == row)) Put(DemoGrid.Address(row, cell.Column), null);
    }

    /// <summary>Fills a row that was put in: what the line above says, but for the label, the number and the figures of the line.</summary>
    public void PutRow(int row, int above, int line)
    {
        foreach (var cell in Grid.Cells.Where(cell => cell.Row == RowOf(above)))
        {
            var column = truth.Form.Columns.FirstOrDefault(each => At(above, each.Id) == DemoGrid.Address(cell.Row, cell.Column));
            object? value = column is not null ? TrueAt(line, column.Id) : cell.Look == Look.label ? truth.Form.Line(line)!.Label
                : cell.Number is not null ? (decimal)line : cell.Text is "人" ? truth.Form.Line(line)!.Unit : cell.Text;
            Put(DemoGrid.Address(row, cell.Column), value);
        }
    }

    /// <summary>The year's column, written behind the last one.</summary>
    public void PutYear()
    {
        var column = Grid.ColumnCount + 1;
        Put(DemoGrid.Address(Grid.Cells.First(cell => cell.Text is "项目" or "指标名称").Row, column), "本年累计");
        foreach (var line in truth.Form.Lines.Where(line => line.Fills("ytd"))) Put(DemoGrid.Address(RowOf(line.Number), column), TrueAt(line.Number, "ytd"));
    }

    /// <summary>Where the sheet says in what the line counts.</summary>
    public string UnitAt(int line) => HasUnitColumn ? DemoGrid.Address(RowOf(line), Grid.Cells.First(cell => cell.Text == "计量单位").Column) : At("计量单位：");

    /// <param name="unit">Null for what stood there.</param>
    public void PutUnit(int line, string? unit) => Put(UnitAt(line), HasUnitColumn ? unit ?? truth.Form.Line(line)!.Unit : $"计量单位：{unit ?? "人"}");

    GridCell Found(string words) => Grid.Cells.FirstOrDefault(cell => cell.Text?.Contains(words, StringComparison.Ordinal) == true);

    DemoGrid Painted(FilledForm filled) => SheetPainter.Paint(filled, layout, "试验区", new(2022, 3, 7));

    static DemoLayout LayoutOf(FileKind writer)
    {
        var excel = new DemoLayout(writer, TitleStyle.form_only, PeriodPlace.own_line, PeriodDigits.plain, UnitNaming.reporting_unit, Measure.line,
            FormNumberStyle.line, Numbering.before_label, LabelStyle.as_printed, DigitStyle.numbers, SignatureStyle.one_cell, SheetNameStyle.form,
            FileNameStyle.month_only, ["month", "ytd", "last"], MergedHeader: false, LetterRow: true, BlankRows: false, Remarks: true, Notes: false,
            UsesAliases: false, "窗口服务月报表", "—", new("陈丽华", "黄敏", "内线8123"));
        return writer switch
        {
            FileKind.wps => excel with
            {
                Title = TitleStyle.form_period,
                PeriodPlace = PeriodPlace.title,
                PeriodDigits = PeriodDigits.padded,
                UnitNaming = UnitNaming.split_cells,
                Measure = Measure.column,
                FormNumber = FormNumberStyle.none,
                Labels = LabelStyle.full_width_indent,
                Signature = SignatureStyle.two_rows,
                SheetName = SheetNameStyle.sheet1,
                MergedHeader = true,
                LetterRow = false,
                Notes = true,
                Dash = ""
            },
            FileKind.libre_office => excel with
            {
                PeriodPlace = PeriodPlace.unit_line,
                UnitNaming = UnitNaming.unit_name,
                FormNumber = FormNumberStyle.block,
                Numbering = Numbering.after_label,
                Labels = LabelStyle.half_width_colon,
                Digits = DigitStyle.grouped_numbers,
                Signature = SignatureStyle.own_cells,
                SheetName = SheetNameStyle.unit,
                LetterRow = false,
                UsesAliases = true,
                Dash = "-"
            },
            _ => excel,
        };
    }
}
