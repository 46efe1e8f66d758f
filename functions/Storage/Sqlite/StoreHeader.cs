using System.Buffers.Binary;

namespace Ascs.Storage.Sqlite;

/// <summary>The first 100 bytes of the file, read before SQLite touches it, so that a refused file stays as it is (SQLite file format 1.3).</summary>
internal static class StoreHeader
{
    /// <summary>"ASCS": a file of this program.</summary>
    public const int ApplicationId = 0x41534353;

    /// <summary>The layout this program writes. Version 1: a table per container, <c>meta</c>, <c>containers</c>.</summary>
    public const int FormatVersion = 1;

    /// <summary>Makes the file if missing and refuses one that is no store, is cut off, or is newer.</summary>
    public static void Check(string path)
    {
        try
        {
            using var file = StoreLock.OpenPrivate(path, FileShare.ReadWrite);
            if (file.Length > 0) Check(path, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreOpenException($"The store {path} can't be read and written: check its owner and its rights.", e);
        }
    }

    /// <summary>Refuses what this program did not write or can't understand. A file in the making (0, 0) is fine.</summary>
    public static void CheckIdentity(string path, long applicationId, long version)
    {
        if (applicationId == 0 && version == 0) return;
        if (applicationId != ApplicationId) throw new StoreOpenException($"The file {path} belongs to another program: name another file for the store.");
        if (version > FormatVersion) throw new NewerStoreException($"The store {path}", version, FormatVersion);
    }

    private static void Check(string path, FileStream file)
    {
        Span<byte> header = stackalloc byte[100];
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.StartsWith("SQLite format 3\0"u8))
            throw Damaged(path);
        CheckIdentity(path, BinaryPrimitives.ReadInt32BigEndian(header[68..]), BinaryPrimitives.ReadInt32BigEndian(header[60..]));
    }

    public static StoreOpenException Damaged(string path, Exception? inner = null) =>
        new($"The store {path} is damaged or is no store: restore it from a backup.", inner);
}
