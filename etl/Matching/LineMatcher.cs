using System.Runtime.CompilerServices;
using Reporting.Etl.Sheets;
using Reporting.Warehouse.Reference;

namespace Reporting.Etl.Matching;

/// <summary>Words of a sheet that may name a line: a row's label, or a column's where lines stand side by side.</summary>
/// <param name="Place">Row or column number in the sheet.</param>
/// <param name="IsHeading">Names what the rows below it are about.</param>
sealed record Slot(int Place, string Label, int Level, int? Number, bool IsHeading, bool HasValues);

/// <param name="Score">How sure this is, 0 to 1.</param>
sealed record LineMatch(Slot Slot, FormLine Line, decimal Score);

/// <summary>Which words answer which lines of a form.</summary>
/// <param name="Twice">Further slots that name a line already answered.</param>
/// <param name="Unknown">Slots that name no line, each with the nearest lines.</param>
sealed record LineMatches(
    IReadOnlyList<LineMatch> Matches, IReadOnlyList<LineMatch> Twice, IReadOnlyList<(Slot Slot, IReadOnlyList<FormLine> Near)> Unknown);

/// <summary>Assigns slots to lines: first the wholes, then the parts under the whole they stand below.</summary>
sealed class LineMatcher(Form form, IReadOnlyList<Slot> slots)
{
    // A form's words are the same for every sheet that is held against it.
    static readonly ConditionalWeakTable<Form, FormNames> Known = [];
    readonly FormNames known = Known.GetValue(form, FormNames.Of);
    readonly Dictionary<(string Words, int Line), decimal> likenesses = [];
    readonly Dictionary<string, LabelKey> keys = [];
    readonly Dictionary<FormLine, LineMatch> byLine = [];
    // Slots are told apart by themselves: comparing what they say would cost more than all else in a long list.
    readonly Dictionary<Slot, LineMatch> bySlot = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<Slot, string> words = new(ReferenceEqualityComparer.Instance);

    public static LineMatches Match(Form form, IReadOnlyList<Slot> slots) => new LineMatcher(form, slots).Run();

    /// <summary>The line that another is part of: the nearest above it of lower level.</summary>
    public static FormLine? ParentOf(Form form, FormLine line)
    {
        for (var index = form.Lines.ToList().IndexOf(line) - 1; index >= 0; index--)
            if (form.Lines[index].Level < line.Level) return form.Lines[index];
        return null;
    }

    LineMatches Run()
    {
        foreach (var level in form.Lines.Select(line => line.Level).Distinct().Order()) Assign([.. form.Lines.Where(line => line.Level == level)]);
        var rest = slots.Where(slot => !bySlot.ContainsKey(slot) && !slot.IsHeading).ToList();
        var twice = rest.Where(slot => slot.HasValues)
            .SelectMany(slot => form.Lines.Where(byLine.ContainsKey).Select(line => new LineMatch(slot, line, Score(slot, line))).Where(match => match.Score >= 0.93m).Take(1)).ToList();
        var unknown = rest.Where(slot => !twice.Exists(match => match.Slot == slot)).Select(slot => (slot, Near(slot))).ToList();
        return new([.. bySlot.Values.OrderBy(match => match.Slot.Place)], twice, unknown);
    }

    void Assign(List<FormLine> lines)
    {
        var pairs = slots.Where(slot => !bySlot.ContainsKey(slot))
            .SelectMany(slot => lines.Select(line => new LineMatch(slot, line, Score(slot, line))))
            .Where(pair => pair.Score >= Weights.LineTaken && (!pair.Slot.IsHeading || pair.Score >= 0.93m))
            .OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Slot.IsHeading).ThenBy(pair => pair.Slot.Place).ThenBy(pair => pair.Line.Number).ToList();
        foreach (var pair in pairs)
        {
            if (bySlot.ContainsKey(pair.Slot) || byLine.ContainsKey(pair.Line) || IsAmbiguous(pair, pairs)) continue;
            bySlot[pair.Slot] = byLine[pair.Line] = pair;
        }
    }

    /// <summary>A guess stands only where no other line and no other slot is as good.</summary>
    bool IsAmbiguous(LineMatch pair, List<LineMatch> pairs) => pair.Score < 0.93m && (pairs.Exists(other => other.Score > pair.Score - Weights.LineLead
        && (other.Slot == pair.Slot && other.Line != pair.Line && !byLine.ContainsKey(other.Line)
            || other.Line == pair.Line && other.Slot != pair.Slot && !bySlot.ContainsKey(other.Slot)))
        || form.Lines.Any(line => line != pair.Line && Score(pair.Slot, line) > pair.Score));

    decimal Score(Slot slot, FormLine line)
    {
        var likeness = Likeness(slot, line);
        if (likeness < Weights.LineNear) return likeness;
        var number = slot.Number is null ? 0 : slot.Number == line.Number ? Weights.SameNumber : Weights.OtherNumber;
        return Math.Clamp(likeness + number + Context(slot, line), 0, 1);
    }

    /// <summary>A whole's name in front of a part's counts only where both are there.</summary>
    decimal Likeness(Slot slot, FormLine line)
    {
        var said = WordsOf(slot);
        if (likenesses.TryGetValue((said, line.Number), out var held)) return held;
        var key = KeyOf(said);
        return likenesses[(said, line.Number)] =
            Math.Max(known.Names[line].Max(key.Likeness), known.Full[line].Exists(name => name.Exact == key.Exact || name.Loose == key.Loose) ? 0.96m : 0);
    }

    decimal Context(Slot slot, FormLine line)
    {
        var parentLine = ParentOf(form, line);
        var parent = ParentOf(slot);
        if (parentLine is null) return slot.Level > 0 && parent is not null && bySlot.ContainsKey(parent) ? Weights.UnknownParent : 0;
        if (parent is null || !bySlot.TryGetValue(parent, out var above)) return known.Alone.Contains(line) ? 0 : Weights.UnknownParent;
        return above.Line == parentLine ? Weights.SameParent : known.Alone.Contains(line) ? Weights.UnknownParent : Weights.OtherParent;
    }

    /// <summary>合计 and the like speak of the heading they stand under.</summary>
    string WordsOf(Slot slot) => words.TryGetValue(slot, out var known) ? known : words[slot] =
        SheetWords.KindOf(slot.Label) != Sheets.RowKind.data && HeadingOf(slot) is { } heading ? heading.Label : slot.Label;

    Slot? HeadingOf(Slot slot) => slots.TakeWhile(other => other != slot).LastOrDefault(other => other.IsHeading);

    /// <summary>The slot above of lower level; for a flat sheet the nearest above that answers a whole.</summary>
    Slot? ParentOf(Slot slot)
    {
        Slot? parent = null;
        foreach (var other in slots)
        {
            if (other == slot) break;
            if (slot.Level > 0 ? other.Level < slot.Level : bySlot.TryGetValue(other, out var match) && match.Line.Level == 0) parent = other;
        }
        return parent;
    }

    IReadOnlyList<FormLine> Near(Slot slot) =>
        [.. form.Lines.Select(line => (Line: line, Score: Likeness(slot, line)))
            .Where(pair => pair.Score >= Weights.LineNear).OrderByDescending(pair => pair.Score + (byLine.ContainsKey(pair.Line) ? -1 : 0)).Take(2).Select(pair => pair.Line)];

    LabelKey KeyOf(string label) => keys.TryGetValue(label, out var key) ? key : keys[label] = LabelKey.Of(label);
}
