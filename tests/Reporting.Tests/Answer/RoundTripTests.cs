using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Reporting.Etl.Answer;
using Reporting.Etl.Intake;
using Reporting.Etl.Jobs;
using Reporting.Portal.Demo;
using Reporting.Tests.Jobs;
using Reporting.Warehouse;

namespace Reporting.Tests.Answers;

/// <summary>From a mistake over the marked workbook, corrected in that very file, to accepted: every kind, as every writer saves it.</summary>
public sealed class RoundTripTests(TripDistrict district) : IClassFixture<TripDistrict>
{
    public static TheoryData<string> Kinds => [.. TripKinds.All.Select(kind => kind.Name)];

    [Theory, MemberData(nameof(Kinds))]
    public void A_marked_sheet_is_corrected_and_accepted(string name)
    {
        var number = TripKinds.All.Index().Single(kind => kind.Item.Name == name).Index;
        foreach (var (index, writer) in TripDistrict.Writers.Index())
            // Every third time another library has written all parts anew before the clerk comes to it.
            try { Go(TripKinds.All[number], writer, district.Unit(number, index), savedElsewhere: (number + index) % 3 == 0); }
            catch (Exception failure) { throw new InvalidOperationException($"{name}, {writer}: {failure.Message}", failure); }
    }

    [Fact]
    public void There_are_at_least_twenty_five_kinds() =>
        Assert.InRange((TripKinds.All.Count, TripKinds.All.DistinctBy(kind => kind.Code).Count()), (25, 20), (1000, 1000));

    void Go(TripKind kind, FileKind writer, Reporting.Warehouse.Reference.OrgUnit unit, bool savedElsewhere)
    {
        var sheet = new TripSheet(district, writer, unit, kind);
        var original = sheet.Bytes;
        kind.Spoil(sheet);
        var answer = sheet.Send();
        var finding = TripMarks.Expected(answer, kind, sheet);
        sheet.Bytes = TripMarks.Marked(answer, sheet.Bytes, finding);
        if (savedElsewhere) sheet.Bytes = ClerkEdit.SavedElsewhere(sheet.Bytes);
        answer = Mended(sheet, kind.Mend, kind.After);
        if (kind.MendAgain is { } again)
        {
            sheet.Bytes = TripMarks.Marked(answer, sheet.Bytes, TripMarks.Expected(answer, kind, sheet));
            answer = Mended(sheet, again, TableState.loaded);
        }
        if (kind.IsReviewed) answer = Accepted(answer);
        TripMarks.NothingLeft(answer, original, sheet, kind);
    }

    static AnswerContent Mended(TripSheet sheet, Action<TripSheet> mend, TableState due)
    {
        mend(sheet);
        var answer = sheet.Send();
        Assert.Equal($"{due}", $"{answer.State}{(answer.State == due ? "" : $" {TripMarks.Words(answer)}")}");
        return answer;
    }

    AnswerContent Accepted(AnswerContent answer)
    {
        ReviewSubmission.Accept(district.Trial.Warehouse, answer.Submission, "名册已核", "刘工", TrialDistrict.Now);
        var stands = Standing.Of(district.Trial.Warehouse, answer.Submission);
        Assert.Equal(TableState.loaded, stands.State);
        return stands;
    }
}
