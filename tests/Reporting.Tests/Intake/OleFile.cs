using System.Buffers.Binary;
using System.Text;

namespace Reporting.Tests.Intake;

/// <summary>The container of old office files with streams at its top, and one that an embedded object keeps.</summary>
static class OleFile
{
    const int Sector = 512;
    const uint EndOfChain = 0xFFFFFFFE, Free = 0xFFFFFFFF, None = 0xFFFFFFFF;

    public static byte[] Of(string name, byte[] stream, string? embedded = null, uint smallerThan = 0)
    {
        var sectors = (stream.Length + Sector - 1) / Sector;
        var file = new byte[Sector * (3 + sectors)];
        byte[] magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(file, 0);
        (file[30], file[32]) = (9, 6);
        Write(file, 44, 1); // one sector of table, the first; the directory is the second
        Write(file, 48, 1);
        Write(file, 56, smallerThan);
        Write(file, 60, EndOfChain);
        Write(file, 68, EndOfChain);
        for (var at = 80; at < Sector; at += 4) Write(file, at, Free);
        for (var sector = 0; sector < Sector / 4; sector++)
            Write(file, Sector + 4 * sector, sector >= 2 + sectors ? Free : sector < 2 || sector == 1 + sectors ? EndOfChain : (uint)sector + 1);
        Entry(file, 0, "Root Entry", 5, child: 1, right: None, start: EndOfChain, length: 0);
        Entry(file, 1, name, 2, child: None, right: embedded is null ? None : 2, start: 2, length: stream.Length);
        Entry(file, 2, embedded is null ? "" : "ObjectPool", 1, child: embedded is null ? None : 3, right: None, start: 0, length: 0);
        Entry(file, 3, embedded ?? "", 2, child: None, right: None, start: 2, length: stream.Length);
        stream.CopyTo(file, 3 * Sector);
        return file;
    }

    public static void Write(byte[] file, int at, uint number) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), number);

    static void Entry(byte[] file, int index, string name, byte kind, uint child, uint right, uint start, int length)
    {
        var at = 2 * Sector + 128 * index;
        Encoding.Unicode.GetBytes(name).CopyTo(file, at);
        (file[at + 64], file[at + 66]) = ((byte)(name.Length * 2 + 2), kind);
        Write(file, at + 68, None);
        Write(file, at + 72, right);
        Write(file, at + 76, child);
        Write(file, at + 116, start);
        Write(file, at + 120, (uint)length);
    }
}
