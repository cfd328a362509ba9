using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Reporting.Reports;

namespace Reporting.Tests.Reports;

public class MonthlyReportTests
{
    [Fact]
    public void Probe()
    {
        var bytes = MonthlyReport.Render(SampleContent.Chongming());
        File.WriteAllBytes("/tmp/monthly.xlsx", bytes);
        File.WriteAllText("/tmp/monthly.txt", new WorkbookText(bytes).ToString());
        Assert.Equal(bytes, MonthlyReport.Render(SampleContent.Chongming()));
        foreach (var version in new[] { FileFormatVersions.Office2007, FileFormatVersions.Office2016, FileFormatVersions.Microsoft365 })
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
            Assert.Empty(new OpenXmlValidator(version).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
        }
    }
}
