using Reporting.Warehouse;

namespace Reporting.Etl.Jobs;

/// <summary>What reading archived files again comes to.</summary>
/// <param name="Files">How many were read.</param>
/// <param name="WordingOnly">Of these, how many differ in nothing but the words of what is said.</param>
/// <param name="Differing">The files that differ, in order of receipt.</param>
/// <param name="NotRead">Files that could not be read again, with the reason; they stay as they are.</param>
public sealed record RereadReport(int Files, int WordingOnly, IReadOnlyList<RereadFile> Differing, IReadOnlyList<(Submission Submission, string Why)> NotRead)
{
    public int Values => Differing.Sum(file => file.Tables.Sum(table => table.Values.Count));
    public int Verdicts => Differing.Sum(file => file.Tables.Count(table => table.Before?.State != table.After?.State));
}

/// <param name="Gained">Codes of findings about the file as a whole that are new; <paramref name="Lost"/> those that are gone.</param>
/// <param name="Applied">What would be written.</param>
public sealed record RereadFile(
    Submission Submission, IReadOnlyList<RereadTable> Tables, IReadOnlyList<string> Gained, IReadOnlyList<string> Lost, RereadSubmission Applied);

/// <summary>A table that differs.</summary>
/// <param name="Before">Null for a table that was not found before; <paramref name="After"/> for one that is found no more.</param>
/// <param name="Gained">Codes of findings that are new, one for each finding; <paramref name="Lost"/> those that are gone.</param>
public sealed record RereadTable(
    int Number, string? Sheet, UnderstoodAs? Before, UnderstoodAs? After, IReadOnlyList<string> Gained, IReadOnlyList<string> Lost, IReadOnlyList<RereadValue> Values);

/// <param name="State">The rules' verdict, whatever people decided afterwards.</param>
public sealed record UnderstoodAs(TableState State, string? Form, int? FormVersion, string? District, string? OrgUnit, Period? Period);

/// <summary>A value that is read otherwise: its claim before and after; either may be missing.</summary>
/// <param name="Line">Line and column in the form's words.</param>
/// <param name="Counts">Whether the table is, or would be, loaded.</param>
public sealed record RereadValue(string? Line, string? Column, StagedCell? Before, StagedCell? After, bool Counts)
{
    public StagedCell Claim => After ?? Before!;
}
