using System.Diagnostics;
using System.Globalization;
using System.Text;
using Reporting.Etl.Intake;
using Reporting.Etl.Sheets;

namespace Reporting.Tests.Bench;

/// <summary>A ledger of 100,000 lines as a CSV in GB18030: read, and its table found.</summary>
static class LedgerBench
{
    const int Lines = 100_000;

    public static string Run()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = new StringBuilder("企业隐患台账\n序号,企业名称,行业,职工人数,欠薪金额（元）,登记日期,处理情况\n");
        for (var line = 1; line <= Lines; line++)
            text.Append(CultureInfo.InvariantCulture, $"{line},第{line % 977}号企业,制造业,{line % 300},{line % 7}.50,2022-0{1 + line % 9}-1{line % 10},已约谈\n");
        var bytes = Encoding.GetEncoding("gb18030").GetBytes(text.ToString());
        var clock = Stopwatch.StartNew();
        var file = FileReader.Read(bytes, "台账.csv", new());
        var read = clock.Elapsed.TotalSeconds;
        var tables = TableFinder.Find(file.Sheets[0]).ToList();
        return $"{bytes.Length:#,##0} bytes, {file.Sheets[0].Cells.Count:#,##0} cells, {tables.Count} table of {tables[0].Rows.Count:#,##0} rows: read {Rounds.Text(read)} s, understood {Rounds.Text(clock.Elapsed.TotalSeconds - read)} s, both cold";
    }
}
