using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Reporting.Tests.Reports;

/// <summary>What every workbook must stand.</summary>
static class Workbooks
{
    static readonly FileFormatVersions[] Offices = [FileFormatVersions.Office2007, FileFormatVersions.Office2016, FileFormatVersions.Microsoft365];

    /// <summary>No complaint of the validator, for Office 2007, 2016 and 365.</summary>
    public static void AssertValid(byte[] workbook) => AssertValid(workbook, Offices);

    /// <summary>The same for some of them: where it is about the figures in a workbook and not about its parts, one says what the others would.</summary>
    public static void AssertValid(byte[] workbook, params IReadOnlyList<FileFormatVersions> offices)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        foreach (var office in offices)
        {
            var errors = new OpenXmlValidator(office).Validate(document).Select(error => $"{office} {error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ToList();
            Assert.True(errors.Count == 0, string.Join('\n', errors));
        }
    }
}
