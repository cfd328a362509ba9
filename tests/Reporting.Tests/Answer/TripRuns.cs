using Reporting.Etl.Answer;
using Reporting.Etl.Jobs;
using Reporting.Portal.Demo;
using Reporting.Tests.Jobs;
using Reporting.Warehouse;

namespace Reporting.Tests.Answers;

/// <summary>
/// All trips at once: the spoiled sheets are sent together, then the mended ones, so that the warehouse is settled a few times and not
/// some hundred times. What goes wrong on one trip is kept with it and stops no other.
/// </summary>
public sealed class TripRuns : IDisposable
{
    readonly TripDistrict district = new();

    /// <param name="elsewhere">What another program makes of the marked files before the clerk comes to them, by trip.</param>
    internal static TripRuns Of(IEnumerable<(int Kind, int Writer)> trips, Func<IReadOnlyDictionary<string, byte[]>, IReadOnlyDictionary<string, byte[]>> elsewhere)
    {
        var runs = new TripRuns([]);
        runs.Go(trips, elsewhere);
        return runs;
    }

    public TripRuns()
    {
        // Every third file is written anew by another library before the clerk comes to it.
        Go([.. TripKinds.All.Index().SelectMany(kind => TripDistrict.Writers.Index().Select(writer => (kind.Index, writer.Index)))],
            marked => marked.Index().ToDictionary(file => file.Item.Key, file => file.Index % 3 == file.Index / 3 % 3 ? ClerkEdit.SavedElsewhere(file.Item.Value) : file.Item.Value));
    }

    TripRuns(List<Trip> none) => Trips = none;

    internal IReadOnlyList<Trip> Trips { get; private set; } = [];

    public void Dispose() => district.Dispose();

    void Go(IEnumerable<(int Kind, int Writer)> trips, Func<IReadOnlyDictionary<string, byte[]>, IReadOnlyDictionary<string, byte[]>> elsewhere)
    {
        Trips = [.. trips.Select(each => new Trip(TripKinds.All[each.Kind], TripDistrict.Writers[each.Writer], district, district.Unit(each.Kind, each.Writer)))];
        Each(Trips, trip => trip.Kind.Spoil(trip.Sheet));
        Send(Trips);
        Each(Trips, trip => trip.Mark(trip.Kind.Verdict));
        var saved = elsewhere(Trips.Where(trip => trip.Failure is null).ToDictionary(trip => trip.Name, trip => trip.Sheet.Bytes));
        Each(Trips, trip => trip.Sheet.Bytes = saved[trip.Name]);
        Mend(Trips, trip => trip.Kind.Mend);
        Each(Trips, trip => trip.Expect(trip.Kind.After));
        List<Trip> again = [.. Trips.Where(trip => trip.Kind.MendAgain is not null)];
        Each(again, trip => trip.Mark(trip.Kind.After));
        Mend(again, trip => trip.Kind.MendAgain!);
        Each(Trips.Where(trip => trip.Kind.IsReviewed), trip => trip.Answer = Accepted(trip.Answer!));
        Each(Trips, trip => trip.Expect(TableState.loaded));
        Each(Trips, trip => TripMarks.NothingLeft(trip.Answer!, trip.Sheet));
    }

    void Mend(IReadOnlyList<Trip> trips, Func<Trip, Action<TripSheet>> how)
    {
        Each(trips, trip => how(trip)(trip.Sheet));
        Send(trips);
    }

    void Send(IReadOnlyList<Trip> trips)
    {
        List<Trip> going = [.. trips.Where(trip => trip.Failure is null)];
        foreach (var (trip, answer) in going.Zip(district.Send([.. going.Select(trip => (trip.Sheet.Bytes, trip.Sheet.Unit))]))) trip.Answer = answer;
    }

    AnswerContent Accepted(AnswerContent answer)
    {
        ReviewSubmission.Accept(district.Trial.Warehouse, answer.Submission, "名册已核", "刘工", new(), TrialDistrict.Now);
        return Standing.Of(district.Trial.Warehouse, answer.Submission);
    }

    static void Each(IEnumerable<Trip> trips, Action<Trip> step)
    {
        foreach (var trip in trips.Where(trip => trip.Failure is null))
            try { step(trip); }
            catch (Exception failure) { trip.Failure = failure.ToString(); }
    }
}

/// <summary>One kind of mistake in one writer's file.</summary>
sealed class Trip(TripKind kind, FileKind writer, TripDistrict district, Reporting.Warehouse.Reference.OrgUnit unit)
{
    public TripKind Kind { get; } = kind;
    public string Name { get; } = $"{kind.Name}, {writer}";
    public TripSheet Sheet { get; } = new(district, writer, unit, kind);
    public AnswerContent? Answer { get; set; }
    public string? Failure { get; set; }

    /// <summary>The answer as it must be, and the file as it goes back.</summary>
    public void Mark(TableState verdict)
    {
        Expect(verdict);
        Sheet.Bytes = TripMarks.Marked(Answer!, Sheet.Bytes, TripMarks.Expected(Answer!, Kind, Sheet));
    }

    public void Expect(TableState verdict) => Assert.Equal($"{verdict}", $"{Answer!.State}{(Answer.State == verdict ? "" : $" {TripMarks.Words(Answer)}")}");
}
