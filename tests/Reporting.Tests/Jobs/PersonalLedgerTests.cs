using Reporting.Etl;
using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Tests.Matching;
using Reporting.Warehouse;

namespace Reporting.Tests.Jobs;

/// <summary>A list of persons sent where a form is expected: nothing of it goes further than the archive.</summary>
public sealed class PersonalLedgerTests : IDisposable
{
    const string Name = "Zhangsan7391", Identity = "110101199003078512", Phone = "13812345678", Street = "Lane4711";

    readonly TrialDistrict trial = new();

    public void Dispose() => trial.Dispose();

    public static TheoryData<string> Ledgers =>
    [
        $"就业月报表\n填报单位：甲河镇,2022年2月\n序号,姓名,身份证号,联系电话,住址\n1,{Name},{Identity},{Phone},{Street}\n2,{Name},{Identity},{Phone},{Street}\n填表人：{Name}\n",
        $"2022年2月学员名册\n姓名,工种,手机,本月数\n{Name},{Street},{Phone},1\n{Name},{Street},{Phone},1\n",
        $"{Name},男,{Street},{Identity}\n{Name},女,{Street},{Identity}\n{Name},女,{Street},{Identity}\n",
        $"2022年2月就业情况\n编码,类别,备注\n{Identity},{Name},{Phone}\n{Identity},{Name},{Street}\n",
    ];

    [Theory, MemberData(nameof(Ledgers))]
    public void Nothing_of_it_is_staged_found_answered_or_logged(string ledger)
    {
        var answer = trial.Submit("名册-ledger-file.csv", ledger, "310999101");
        Assert.Equal(["personal_ledger"], answer.Tables.Single().Findings.Where(finding => finding.Severity == Severity.error).Select(finding => finding.Code));
        Assert.Equal(TableState.returned, answer.State);
        Assert.Contains("个人台账", AnswerText.InWords(answer), StringComparison.Ordinal);
        Assert.Contains("ledger-file.csv", trial.KeptOutsideArchive(), StringComparison.Ordinal); // what is kept can be read by this test
        NothingIn(AnswerText.InWords(answer) + AnswerJson.AsJson(answer) + trial.KeptOutsideArchive());
    }

    [Theory, MemberData(nameof(Ledgers))]
    public void Inspect_shows_where_it_stands_not_what_it_says(string ledger)
    {
        var file = FileReader.Read(System.Text.Encoding.UTF8.GetBytes(ledger), "名册.csv", new ReadLimits());
        var hints = new MatchHints(null, "名册.csv", null, null, null);
        var json = Inspection.Describe(file, SmallCatalog.Value, hints, TimeSpan.Zero);
        Assert.Empty(json["sheets"]![0]!["tables"]![0]!["rows"]!.AsArray());
        Assert.Equal(file.Sheets[0].Cells.Count, json["sheets"]![0]!["cells"]!.AsObject().Count);
        NothingIn(json.ToJsonString() + Inspection.InWords(file, SmallCatalog.Value, hints));
    }

    static void NothingIn(string kept)
    {
        foreach (var secret in new[] { Name, Identity, Identity[6..], Phone, Street }) Assert.DoesNotContain(secret, kept, StringComparison.Ordinal);
    }
}
