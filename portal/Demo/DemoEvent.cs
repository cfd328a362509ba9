using Reporting.Warehouse;

namespace Reporting.Portal.Demo;

/// <summary>
/// submission: the first sheet of a unit and month. resubmission: after a return or a withdrawal. correction: other figures for a
/// month that was accepted. duplicate: the same bytes once more. withdrawal: the sender takes back what was sent last; no file.
/// </summary>
enum DemoEventKind { submission, resubmission, correction, duplicate, withdrawal }

/// <summary>Something a unit does at a moment of the simulated time.</summary>
/// <param name="At">UTC; within working hours in Shanghai.</param>
/// <param name="OrgUnit">Code of the sender, whose inbox folder it goes to.</param>
/// <param name="FileName">As sent; for a withdrawal the name of what is taken back.</param>
/// <param name="Forms">Of the sheets in it, by id.</param>
/// <param name="PlantedCode">Code of the finding that is planted; null for an honest sheet.</param>
/// <param name="PlantedPlace">Where, as far as there is a place.</param>
/// <param name="Late">Sent after the day it was due.</param>
/// <param name="Write">Makes the file's bytes, the same each time; empty for a withdrawal.</param>
sealed record DemoEvent(
    DateTime At, string OrgUnit, string FileName, DemoEventKind Kind, Period Period, IReadOnlyList<string> Forms, string? PlantedCode, Place? PlantedPlace,
    bool Late, Func<byte[]> Write)
{
    public byte[] Bytes => Write();
}

/// <summary>A true figure after all corrections: what the warehouse must hold in the end.</summary>
/// <param name="OrgUnit">The unit measured; <paramref name="Reporter"/> the one that states it.</param>
/// <param name="Sheet">The period of the sheet that states it, <paramref name="Period"/> the figure's own.</param>
sealed record DemoTruth(
    string District, string OrgUnit, string Reporter, string Form, Period Sheet, string Element, string Breakdown, Period Period, Basis Basis, decimal Value);

/// <summary>Two units become one: until a day both report, from the next on the one that takes over.</summary>
sealed record DemoMerger(string District, string Unit, string Into, DateOnly LastDay);

/// <summary>A mistake planted in one sheet, and when it was put right.</summary>
/// <param name="Period">As written in the warehouse: 2022-03.</param>
/// <param name="Line">Number of the line; null where the whole sheet is meant.</param>
/// <param name="Place">The place to be found: line and column in the form's words, sheet, cell.</param>
/// <param name="Written">What stands there, <paramref name="True"/> what should.</param>
/// <param name="Follows">Further cells that the sender's own adding-up changed with it.</param>
sealed record PlantedMistake(
    string Code, string OrgUnit, string Form, string Period, DateTime At, string FileName, int? Line, Place Place, string Written, string True,
    IReadOnlyList<Place> Follows, string CorrectedBy, DateTime CorrectedAt);
