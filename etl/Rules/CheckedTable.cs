using Reporting.Etl.Intake;
using Reporting.Etl.Matching;
using Reporting.Warehouse;
using Reporting.Warehouse.Reference;
using Reporting.Warehouse.Rules;

namespace Reporting.Etl.Rules;

/// <summary>A clear table beside what is held: all that a rule below the structure may look at.</summary>
public sealed class CheckedTable
{
    /// <summary>The warehouse keeps DECIMAL(18,4): 14 integer digits. What is larger takes part in no arithmetic.</summary>
    public const decimal TooLarge = 100_000_000_000_000m;

    readonly Dictionary<(int Line, string Column), MatchedCell> cells = [];
    readonly Obligation? obligation;

    /// <param name="table">Must be clear.</param>
    public CheckedTable(MatchedTable table, Held held, Circumstances now)
    {
        (Table, Held, Now) = (table, held, now);
        (Form, Unit, Period) = (table.Form!, table.Unit!, table.Period!.Value);
        obligation = StructureRules.ObligationOf(Form, Unit, Period);
        foreach (var cell in Doubts.Settled(table)) cells.TryAdd((cell.Line.Number, cell.Column.Id), cell);
    }

    public MatchedTable Table { get; }
    public Held Held { get; }
    public Circumstances Now { get; }
    public Form Form { get; }
    public OrgUnit Unit { get; }
    public Period Period { get; }

    public IEnumerable<MatchedCell> Cells => cells.Values;

    public MatchedCell? Cell(FormLine line, FormColumn column) => cells.GetValueOrDefault((line.Number, column.Id));

    /// <summary>Whether the unit must give a figure here. A quoted figure (上年同期) is compared where given, and is never owed.</summary>
    public bool IsOwed(FormLine line, FormColumn column) =>
        line.Required && !column.IsQuoted && line.Fills(column.Id) && obligation?.Owes(line.Number) == true;

    /// <summary>The figure a rule may calculate with; null for blank, —, …, approximate or absurdly large cells.</summary>
    public static decimal? Number(MatchedCell? cell) =>
        cell is { State: ValueState.reported, Bound: Bound.exact, Value: { } value } && Math.Abs(value) < TooLarge ? value : null;

    public decimal? Number(FormLine line, FormColumn column) => line.Fills(column.Id) ? Number(Cell(line, column)) : null;

    /// <summary>Whether the line takes such a figure at all: as many decimals, not below its least.</summary>
    public static bool IsLawful(FormLine line, decimal value) => CellRules.IsWhole(line, value) && !(value < line.Minimum) && Math.Abs(value) < TooLarge;

    public decimal? HeldValue(FormLine line, Basis basis, Period period) => Held.Value(Unit, line, basis, period);

    public Place PlaceOf(MatchedCell cell) => PlaceOf(cell.Line, cell.Column) with { Cell = Address.Of(cell.Row, cell.ColumnNumber) };

    /// <summary>A place by its words alone, for what the sheet does not have.</summary>
    public Place PlaceOf(FormLine? line, FormColumn? column) =>
        PlaceOf(Table) with { Line = line is null ? null : NameOf(line), Column = column?.Title };

    public static Place PlaceOf(MatchedTable table) => new(Sheet: table.Table.Sheet is "" ? null : table.Table.Sheet);

    public static string NameOf(FormLine line) => $"{line.Number} {line.Label}";

    public decimal Parameter(RuleText text, string name) => RuleVersions.Parameter(Form, Period, text, name);

    /// <summary>The rule is on and no more on trial: it may speak in another's place.</summary>
    public bool Stands(RuleText text) => RuleVersions.IsOn(Form, Period, text) && !RuleVersions.IsOnTrial(Form, Period, text, Now.Today);

    /// <summary>The sheet's own figures of the period itself: no quoted ones, and none of a column with a period of its own.</summary>
    public IEnumerable<MatchedCell> OwnCells(Basis basis) => Cells.Where(cell =>
        cell.Column.Basis == basis && cell.Column is { IsQuoted: false, HasOwnPeriod: false } && cell.Line.Fills(cell.Column.Id));
}
