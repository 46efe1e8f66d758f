namespace Ascs.Evidence.Checkpoints;

/// <summary>Signature types of note lines that we make and verify; lines of other types are kept and not judged.</summary>
public enum NoteAlgorithm
{
    /// <summary>Ed25519 over the note text; type byte 0x01 (C2SP signed-note, "Ed25519 signatures"). Public tools verify it.</summary>
    Ed25519,

    /// <summary>
    /// SM2 with SM3 over the note text (GM/T 0003.2, signer id "1234567812345678"), r || s. C2SP assigns it no byte, so its type is 0xff followed by the
    /// longer identifier "ascs-sm2" (C2SP signed-note, "Signature types").
    /// </summary>
    Sm2,
}
