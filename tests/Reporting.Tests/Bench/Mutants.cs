using System.IO.Compression;
using System.Text;
using Reporting.Portal.Demo;
using Reporting.Tests.Corpus;
using Reporting.Tests.Intake;

namespace Reporting.Tests.Bench;

/// <summary>Honest files of every format that is read, damaged at random: the same number and seed give the same files.</summary>
static class Mutants
{
    static readonly string[] Splices =
    [
        "<", ">", "&", "\"", "\0", "]]>", "<!--", "<!DOCTYPE x [<!ENTITY e 'e'>]>", "&e;", "r=\"XFD1048576\"", "r=\"A99999999999\"", "1E308", "-", "99999999999999999999", "%", "，", "\uFEFF", "_xD800_", "rowspan='99999'",
        "ss:Index='2147483647'", "ss:MergeAcross='99999'", "<table>", "</table>", "\"\"", ";", "\t", "\r\n", "填报单位：", "2022年13月", "合计", "310151199001011234",
    ];

    public static IEnumerable<(string Name, byte[] Bytes)> Of(int count, int seed)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var (random, honest) = (new Random(seed), Honest());
        for (var number = 0; number < count; number++)
        {
            var (name, bytes) = honest[random.Next(honest.Count)];
            // A zip's check sums refuse nearly every change outside; half of the workbooks are changed inside, and zipped again.
            yield return (name, name.EndsWith(".xlsx", StringComparison.Ordinal) && random.Next(2) == 0 ? Inside(bytes, random) : Damaged(bytes, random));
        }
    }

    static List<(string Name, byte[] Bytes)> Honest()
    {
        const string rows = "<tr><td>指标</td><td>本月数</td></tr><tr><td>新增就业人数</td><td x:num=95>95</td></tr><tr><td>其中：女性</td><td>40</td></tr>";
        var xls = new XlsBook { Formats = ["0.0%", "yyyy-mm-dd"], Texts = ["甲", "乙", "丙丁"] }.Add("表1", XlsBook.Dimensions(4, 9), XlsBook.Number(1, 1, 1, 1), XlsBook.Number(1, 2, 44625, 2),
            XlsBook.Text(2, 1, 1), XlsBook.Error(3, 3, 7), XlsBook.Merge(1, 2, 3, 4)).Bytes();
        return
        [
            .. DemoPlan.Make(ShippedCatalog.Catalog, ["310151", "310117"], 2022).Events.Where(each => each.Kind == DemoEventKind.submission).Where((_, index) => index % 97 == 0).Take(24)
                .Select(each => (each.FileName, each.Bytes)),
            ("旧.xls", xls), ("旧.xls", OleFile.Of("Workbook", xls)),
            ("网页.xls", Encoding.UTF8.GetBytes($"<html xmlns:x='urn:schemas-microsoft-com:office:excel'><body><h3>就业工作月报表</h3><table border=1>{rows}</table></body></html>")),
            ("网页.xls", Encoding.GetEncoding("gb18030").GetBytes($"<html><meta charset=gb2312><table>{rows}</table></html>")),
            ("二〇〇三.xls", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"表1\"><Table>"
                + string.Concat(Enumerable.Range(1, 20).Select(row => $"<Row><Cell ss:MergeAcross='1'><Data ss:Type='String'>指标{row}</Data></Cell><Cell><Data ss:Type='Number'>{row}.5</Data></Cell></Row>")) + "</Table></Worksheet></Workbook>")),
            ("长表.csv", Encoding.UTF8.GetBytes("district,org,element,period,basis,breakdown,value,state,bound\n" + string.Concat(Enumerable.Range(1, 12).Select(month => $"310151,310151101,new_employment,2022-{month:00},in_period,total,{month},reported,exact\n")))),
        ];
    }

    static byte[] Inside(byte[] book, Random random)
    {
        using var zip = new ZipArchive(new MemoryStream(book));
        var parts = zip.Entries.Select(entry =>
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return (entry.FullName, Bytes: copy.ToArray());
        }).ToList();
        var hit = random.Next(parts.Count);
        return Book.Zip(parts.Select((part, index) => (part.FullName, index == hit ? Damaged(part.Bytes, random) : part.Bytes)));
    }

    static byte[] Damaged(byte[] honest, Random random)
    {
        if (honest.Length < 2) return honest;
        if (random.Next(8) == 0) return honest[..random.Next(1, honest.Length)];
        var bytes = honest.ToList();
        for (var change = random.Next(1, 8); change > 0; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Splices[random.Next(Splices.Length)])); break;
                case 2: bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)); break;
                default: bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count)).Take(random.Next(1, 400)).ToList()); break;
            }
            if (bytes.Count == 0) break;
        }
        return [.. bytes];
    }
}
