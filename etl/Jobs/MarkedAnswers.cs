using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
using Reporting.Warehouse;

namespace Reporting.Etl.Jobs;

/// <summary>The sender's own workbook with the wrong cells marked, made of the archived bytes and the answer.</summary>
public static class MarkedAnswers
{
    /// <summary>Null where there is nothing to mark, nothing that can be marked, or a list of persons, of which no copy leaves the archive.</summary>
    public static MarkedFile? Of(ReadOnlyMemory<byte> bytes, AnswerContent answer, ReadLimits limits, Audience audience = Audience.sender)
    {
        var findings = answer.AllFindings.ToList();
        if (findings.TrueForAll(finding => finding.Severity == Severity.info) || findings.Exists(finding => finding.Code is "personal_ledger" or JobFindings.Failed or JobFindings.SetAside)) return null;
        return MarkedWorkbook.Of(bytes, FileReader.Read(bytes, answer.Submission.FileName, limits), answer, audience, limits);
    }

    /// <summary>The workbook that goes with the verdict on a submission.</summary>
    public static MarkedFile? Of(OpenWarehouse warehouse, Submission submission, ReadLimits limits) =>
        Of(warehouse.Archive.Read(submission.Sha256), Standing.Of(warehouse, submission), limits);
}
