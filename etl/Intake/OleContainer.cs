using System.Buffers.Binary;
using System.Text;

namespace Reporting.Etl.Intake;

/// <summary>
/// The container that old office files are kept in (OLE compound file): a small disk of sectors in one file. Every number in it may lie,
/// so chains of sectors end where they must have ended and nothing is allocated that the file does not fill.
/// </summary>
ref struct OleContainer
{
    const uint LastSector = 0xFFFFFFFA; // above it: end of chain, free, table sectors
    const int HeaderBytes = 512;
    const int EntryBytes = 128;
    readonly ReadOnlySpan<byte> bytes;
    readonly int sectorShift, smallShift;
    readonly uint smallerThan;
    readonly uint[] next, nextSmall;
    readonly byte[] directory;

    /// <exception cref="InvalidDataException">The container is broken or cut off.</exception>
    public OleContainer(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderBytes) throw Broken("its header is cut off");
        this.bytes = bytes;
        (sectorShift, smallShift, smallerThan) = (bytes[30], bytes[32], UInt32(bytes, 56));
        if (sectorShift is not (9 or 12) || smallShift is < 4 or > 9) throw Broken("its sectors have an impossible size");
        next = ReadTable(TableSectors());
        directory = Chain(UInt32(bytes, 48), long.MaxValue);
        nextSmall = ReadTable(SectorsFrom(UInt32(bytes, 60), next));
    }

    public static bool Is(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>The streams that lie at the top; what an embedded object holds is its own affair.</summary>
    public readonly IReadOnlyDictionary<string, int> TopStreams()
    {
        var (found, seen, open) = (new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase), new HashSet<uint>(), new Stack<uint>());
        if (directory.Length >= EntryBytes) open.Push(UInt32(directory, 76));
        while (open.TryPop(out var id))
        {
            if (id >= directory.Length / EntryBytes || !seen.Add(id)) continue;
            var entry = directory.AsSpan((int)id * EntryBytes, EntryBytes);
            if (entry[66] == 2) found.TryAdd(NameOf(entry), (int)id);
            open.Push(UInt32(entry, 68));
            open.Push(UInt32(entry, 72));
        }
        return found;
    }

    public readonly byte[] Read(int stream)
    {
        var entry = directory.AsSpan(stream * EntryBytes, EntryBytes);
        var (start, length) = (UInt32(entry, 116), UInt32(entry, 120));
        if (length > bytes.Length) throw Broken("a stream is longer than the file");
        return length >= smallerThan ? Chain(start, length) : SmallChain(start, (int)length);
    }

    static string NameOf(ReadOnlySpan<byte> entry) =>
        Encoding.Unicode.GetString(entry[..Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 64)]);

    // The first 109 sectors of the table stand in the header, the others in a chain of their own.
    readonly List<uint> TableSectors()
    {
        var sectors = new List<uint>();
        AddSectors(sectors, bytes[76..HeaderBytes]);
        var more = UInt32(bytes, 68);
        for (var count = bytes.Length >> sectorShift; more < LastSector; count--)
        {
            if (count < 0) throw Broken("its table runs in a circle");
            var sector = Sector(more);
            if (sector.Length < 1 << sectorShift) throw Broken("its table is cut off");
            AddSectors(sectors, sector[..^4]);
            more = UInt32(sector, sector.Length - 4);
        }
        return sectors;
    }

    static void AddSectors(List<uint> sectors, ReadOnlySpan<byte> numbers)
    {
        for (; numbers.Length >= 4; numbers = numbers[4..])
            if (UInt32(numbers, 0) is < LastSector and var sector) sectors.Add(sector);
    }

    readonly uint[] ReadTable(List<uint> sectors)
    {
        if (sectors.Count > bytes.Length >> sectorShift) throw Broken("its table is longer than the file");
        var table = new List<uint>(sectors.Count << (sectorShift - 2));
        foreach (var sector in sectors)
            for (var numbers = Sector(sector); numbers.Length >= 4; numbers = numbers[4..]) table.Add(UInt32(numbers, 0));
        return [.. table];
    }

    static List<uint> SectorsFrom(uint sector, uint[] table)
    {
        var chain = new List<uint>();
        for (; sector < LastSector; sector = table[sector])
        {
            if (sector >= table.Length) throw Broken("a chain of sectors leads out of the file");
            if (chain.Count >= table.Length) throw Broken("a chain of sectors runs in a circle");
            chain.Add(sector);
        }
        return chain;
    }

    // Some programs do not fill the last sector of the file.
    readonly ReadOnlySpan<byte> Sector(uint number)
    {
        var from = ((long)number + 1) << sectorShift;
        if (from >= bytes.Length) throw Broken("it is cut off");
        return bytes[(int)from..(int)Math.Min(bytes.Length, from + (1 << sectorShift))];
    }

    readonly byte[] Chain(uint start, long length)
    {
        var content = new MemoryStream();
        foreach (var sector in SectorsFrom(start, next))
            if (content.Length < length) content.Write(Sector(sector));
        if (length != long.MaxValue && content.Length < length) throw Broken("a stream is cut off");
        if (content.Length > length) content.SetLength(length);
        return content.ToArray();
    }

    // Small streams share the sectors of the root entry.
    readonly byte[] SmallChain(uint start, int length)
    {
        var shared = Chain(UInt32(directory, 116), long.MaxValue);
        var content = new byte[length];
        var filled = 0;
        foreach (var sector in SectorsFrom(start, nextSmall))
        {
            var part = shared.AsSpan((int)Math.Min(shared.Length, (long)sector << smallShift));
            part = part[..Math.Min(Math.Min(1 << smallShift, part.Length), length - filled)];
            part.CopyTo(content.AsSpan(filled));
            filled += part.Length;
        }
        return filled == length ? content : throw Broken("a small stream is cut off");
    }

    static uint UInt32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    static InvalidDataException Broken(string how) => new($"the container is broken: {how}");
}
