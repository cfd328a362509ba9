using System.Diagnostics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DuckDB.NET.Data;
using Reporting.Reports;
using Reporting.Tests.Warehouse;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;

namespace Reporting.Tests.Bench;

/// <summary>
/// The 反馈表 of forty units of one district: read once and put into forty books, beside the same cells put by a bare streaming writer. The facts are
/// written by statements: every unit has a figure of every indicator at every month-end of two years, six months of sheets, and two findings in each. <c>bench feedback</c>
/// </summary>
static class FeedbackBench
{
    const string District = "310151";
    const int Year = 2022, Month = 6, Most = 40;

    public static string Run()
    {
        using var test = new TestWarehouse();
        test.Definitions.Enter(DefinitionFiles.Read(DefinitionFiles.ShippedFolder, Wider(test.Data)), new(Year, 7, 20), TestWarehouse.At(new(Year, 7, 20)));
        test.Gateway.Dispose();
        Fill(test.Data.WarehouseFile);
        using var warehouse = OpenWarehouse.Open(test.Data);
        var ask = new ReportAsk(warehouse, District, Period.Month(Year, Month), warehouse.Marts.LastLoad()!, Stamp: null, Demo: true);
        var units = ask.Catalog.District(District)!.Units.Where(unit => unit is { Counts: true, Kind: OrgUnitKind.township or OrgUnitKind.park } && unit.IsValidOn(ask.Period.End)).Select(unit => unit.Code).Take(Most).ToList();
        var (reads, renders, bares, books) = (new List<double>(), new List<double>(), new List<double>(), new List<byte[]>());
        // The first round is cold, as a run of the program is; the others tell what of it was compiling.
        for (var round = 0; round < 3; round++)
        {
            var run = ask with { Shared = new() };
            var clock = Stopwatch.StartNew();
            _ = FeedbackReading.Read(run with { Unit = units[0] });
            reads.Add(clock.Elapsed.TotalSeconds);
            books = [.. units.Select(unit => Report.Named("feedback").Render(run with { Unit = unit }))];
            renders.Add(clock.Elapsed.TotalSeconds);
            var cells = books.ConvertAll(Cells);
            clock.Restart();
            foreach (var book in cells) _ = Bare(book);
            bares.Add(clock.Elapsed.TotalSeconds);
        }
        return string.Join('\n', Enumerable.Range(0, reads.Count).Select(round =>
                $"round {round + 1}: all {Rounds.Text(renders[round])} s, of it reading {Rounds.Text(reads[round])} s; bare writer {Rounds.Text(bares[round])} s; ratio {Rounds.Text(renders[round] / bares[round])}")
            .Prepend($"{books.Count} books, {books.Sum(book => Cells(book).Sum(sheet => sheet.Rows.Sum(row => row.Count))):#,##0} cells, {books.Average(book => book.Length) / 1024:#,##0} KB each")
            .Append($"peak {Process.GetCurrentProcess().PeakWorkingSet64 / (1024 * 1024)} MB"));
    }

    sealed record Sheet(string Name, List<List<Put>> Rows);
    sealed record Put(string Address, string Value, bool IsNumber);

    static List<Sheet> Cells(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        var book = document.WorkbookPart!;
        var strings = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
        return [.. book.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => new Sheet(sheet.Name!.Value!,
            [.. ((WorksheetPart)book.GetPartById(sheet.Id!.Value!)).Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().Where(cell => cell.CellValue is not null || cell.InlineString is not null)
                .Select(cell => Of(cell, strings)).ToList())]))];
    }

    static Put Of(Cell cell, List<string> strings) => cell.InlineString is { } inline ? new(cell.CellReference!.Value!, inline.InnerText, false)
        : cell.DataType?.Value == CellValues.SharedString ? new(cell.CellReference!.Value!, strings[int.Parse(cell.CellValue!.Text, null)], false)
        : new(cell.CellReference!.Value!, cell.CellValue!.Text, true);

    /// <summary>Values and nothing else: no styles, no widths, no charts.</summary>
    static byte[] Bare(List<Sheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new(new DocumentFormat.OpenXml.Spreadsheet.Sheets(sheets.Select((sheet, index) => new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = sheet.Name, SheetId = (uint)index + 1, Id = $"s{index}" })));
            foreach (var (index, sheet) in sheets.Index()) Write(book.AddNewPart<WorksheetPart>($"s{index}"), sheet);
        }
        return stream.ToArray();
    }

    static void Write(WorksheetPart part, Sheet sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        foreach (var row in sheet.Rows)
        {
            writer.WriteStartElement(new Row());
            foreach (var put in row)
                writer.WriteElement(put.IsNumber ? new Cell(new CellValue(put.Value)) { CellReference = put.Address }
                    : new Cell(new InlineString(new Text(put.Value))) { CellReference = put.Address, DataType = CellValues.InlineString });
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    // The shipped district with as many townships more as make forty.
    static string Wider(DataFolder data)
    {
        var folder = Directory.CreateDirectory(Path.Combine(data.Root, "wider")).FullName;
        var lines = File.ReadAllLines(Path.Combine(DefinitionFiles.ShippedFolder, "Reference", "districts", $"{District}.yaml")).ToList();
        var last = lines.FindLastIndex(line => line.Contains("kind: township", StringComparison.Ordinal));
        lines.InsertRange(last + 1, Enumerable.Range(1, 20).Select(number => $"    - {{ code: \"3101513{number:00}\", name: 第{number}镇, kind: township }}"));
        File.WriteAllLines(Path.Combine(folder, $"{District}.yaml"), lines);
        return folder;
    }

    static void Fill(string file)
    {
        using var connection = new DuckDBConnection($"DataSource={file};autoinstall_known_extensions=false;autoload_known_extensions=false");
        connection.Open();
        const string units = $"(select distinct org_unit from dim_org_unit where district = '{District}' and known_to_load is null and kind in ('township', 'park') and counts) units";
        foreach (var statement in (string[])
        [
            $"insert into load select max(load_id) + 1, max(committed_at) + interval 1 second, 'bench' from load",
            $"insert into submission (submission_id, receipt, file_name, sha256, size, channel, channel_unit, arrival, sent_by, received_at, settled_at) select row_number() over (order by org_unit, form, period_start), '{District}-' || org_unit || form || period_start, org_unit || '.xlsx', sha256(org_unit || form || period_start), 1, 'test', org_unit, 'a', '甲', due_date::timestamp, due_date::timestamp from submission_due where district = '{District}' and known_to_load is null and period_start between date '{Year}-01-01' and date '{Year}-{Month:00}-01' and org_unit in (select org_unit from {units})",
            $"insert into submission_table (table_id, submission_id, number, sheet, form, form_version, district, org_unit, period_kind, period_start, period_end, score, state, load_id, accepted_order) select row_number() over (order by org_unit, form, period_start), row_number() over (order by org_unit, form, period_start), 1, '表', form, 1, district, org_unit, period_kind, period_start, period_end, 1, 'loaded', (select max(load_id) from load), row_number() over (order by org_unit, form, period_start) from submission_due where district = '{District}' and known_to_load is null and period_start between date '{Year}-01-01' and date '{Year}-{Month:00}-01' and org_unit in (select org_unit from {units})",
            "insert into review select table_id, 'loaded', null, 't', (select min(committed_at) from load), load_id from submission_table",
            "insert into finding (submission_id, table_id, number, code, severity, message, message_en) select submission_id, table_id, number.n, case number.n when 1 then 'month_jump' else 'sum_differs' end, 'warning', '', '' from submission_table cross join range(1, 3) as number (n)",
            $"insert into fact_indicator_year select '{District}', org_unit, indicator, version, year, month, 100 * month + hash(org_unit || indicator) % 50, case when is_ratio then 110 * month end, is_ratio, 'exact', 'reported', make_date(year, month, 1), month, month, 0, false, (select max(load_id) from load) from (select org_unit from {units} union all select '{District}') units cross join (select distinct indicator, version, is_ratio from dim_indicator where known_to_load is null) indicators cross join range({Year - 1}, {Year + 1}) as years (year) cross join range(1, 13) as months (month)",
            $"insert into fact_observation select '{District}', t.org_unit, t.org_unit, e.element, 'month', t.period_start, t.period_end, 'in_period', 'total', 'authoritative', 100 + hash(t.org_unit || e.element) % 50, 'exact', 'reported', e.version, t.table_id, 'C7', t.load_id from (select org_unit, period_start, period_end, min(table_id) as table_id, min(load_id) as load_id from submission_table where period_kind = 'month' group by all) t cross join (select e.element, e.version from dim_element e join element_authority a on a.element = e.element and a.version = e.version where e.known_to_load is null and a.level = 'township') e",
        ])
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }
}
