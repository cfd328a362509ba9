using Reporting.Warehouse;
using Reporting.Warehouse.Marts;

namespace Reporting.Portal.Web;

/// <summary>Who has reported what and what waits: of a district the same for all who look, so it is read once after each change, not once for each of them.</summary>
static class KeptStatus
{
    const int MostSpans = 12, MostSenders = 60, MostQueues = 12;

    /// <summary>What a district owes of periods that began in a span, as it stands now; nothing where nothing was ever loaded.</summary>
    public static IReadOnlyList<UnitPeriodStatus> Status(this KeptAnswers kept, Office office, string district, DateOnly from, DateOnly to) =>
        kept.Standing(office, (district, from, to), MostSpans, () => office.Warehouse.Marts is var marts && marts.LastLoad() is { } last ? marts.SubmissionStatus(district, from, to, last.LoadId, office.Now) : []);

    /// <summary>The newest sheets of some units, and of a login while nobody knows whose they are.</summary>
    public static IReadOnlyList<SubmissionRow> Sheets(this KeptAnswers kept, Office office, IEnumerable<string> units, string login, int most) =>
        string.Join(',', units) is var codes ? kept.Standing(office, (codes, login, most), MostSenders, () => office.Warehouse.Submissions.Sheets(codes.Split(','), login, most)) : [];

    /// <summary>What of a district waits for an answer, a reason or a review.</summary>
    public static IReadOnlyList<WaitingTable> Waiting(this KeptAnswers kept, Office office, string district) =>
        kept.Standing(office, district, MostQueues, () => office.Warehouse.Reviews.Waiting(district));
}
