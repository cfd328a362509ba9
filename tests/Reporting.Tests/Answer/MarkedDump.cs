using Reporting.Etl.Answer;
using Reporting.Portal.Demo;
namespace Reporting.Tests.Answers;
public class MarkedDump
{
    [Fact]
    public void Dump()
    {
        Directory.CreateDirectory("/tmp/marked");
        foreach (var kind in new[] { FileKind.excel, FileKind.wps, FileKind.libre_office })
        {
            var file = MarkedBooks.Mark(MarkedBooks.Of(kind), MarkedBooks.Findings());
            File.WriteAllBytes($"/tmp/marked/{kind}.xlsx", file.Bytes);
            File.WriteAllBytes($"/tmp/marked/{kind}-2.xlsx", MarkedBooks.Mark(file.Bytes, MarkedBooks.Findings()).Bytes);
        }
        var csv = MarkedBooks.Of(FileKind.csv_utf8);
        File.WriteAllBytes($"/tmp/marked/csv.xlsx", MarkedWorkbook.Of(csv, MarkedBooks.Read(csv, "a.csv"), MarkedBooks.Answer(MarkedBooks.Findings(null!)), Audience.sender, new())!.Bytes);
    }
}
