namespace Reporting.Warehouse.Assessment.Runs;

/// <summary>Which rules of judging and scoring made a run.</summary>
public static class AssessmentEngine
{
    /// <summary>
    /// Raised by hand whenever the same evidence would be judged, scored, worded or written down otherwise than before: a run is replayed to the same
    /// bytes on the same version, and to a difference that is shown on another. A pinned run in the tests fails where this was forgotten.
    /// </summary>
    public const string Version = "2";
}
