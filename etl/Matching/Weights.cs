namespace Reporting.Etl.Matching;

/// <summary>Every weight and threshold of matching, in one place.</summary>
static class Weights
{
    // A form's score is the weighted mean of the evidence that the sheet offers.
    public const decimal Title = 0.20m;
    public const decimal FormNumber = 0.20m;
    public const decimal Lines = 0.40m;
    public const decimal Columns = 0.20m;

    /// <summary>From here on a form is taken; from <see cref="FormNear"/> on it is asked about; below it is unknown.</summary>
    public const decimal FormTaken = 0.62m;
    public const decimal FormNear = 0.35m;

    /// <summary>Two forms closer than this are not told apart by score alone.</summary>
    public const decimal FormLead = 0.04m;

    /// <summary>Without this share of the sheet's rows being lines of the form, title and number alone do not make it that form.</summary>
    public const decimal FormLeastLines = 0.25m;

    /// <summary>A form's name of fewer signs (月报表) is in many a title without naming the form.</summary>
    public const int ShortestName = 5;

    /// <summary>More rows than this are a list, not a form.</summary>
    public const int MostRows = 600;

    /// <summary>Labels less alike than this are not told apart any further: no threshold lies below.</summary>
    public const decimal LeastLikeness = 0.40m;

    public const decimal LineTaken = 0.78m;
    public const decimal LineNear = 0.45m;
    public const decimal LineLead = 0.05m;
    public const decimal SameNumber = 0.04m;
    public const decimal OtherNumber = -0.02m;
    public const decimal SameParent = 0.03m;
    public const decimal OtherParent = -0.40m;
    public const decimal UnknownParent = -0.10m;

    public const decimal ColumnTaken = 0.80m;
    public const decimal ColumnNear = 0.45m;
}
