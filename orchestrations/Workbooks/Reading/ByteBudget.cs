using System.Diagnostics;
using Sakip.Kernel;

namespace Sakip.Workbooks;

/// <summary>Counts what is unpacked, whatever the archive says of itself, and stops a bomb while it opens.</summary>
internal sealed class ByteBudget(WorkbookLimits limits)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _read;

    public Stream Guard(Stream part, long packed) => new Guarded(this, part, packed);

    public static WorkbookException Bomb() =>
        WorkbookException.Suspicious("isinya mengembang jauh melebihi ukuran berkas (bom arsip)");

    private void Count(int bytes, long ofPart, long packed)
    {
        FileReading.Check();
        if (Stopwatch.GetElapsedTime(_start) > limits.Time)
            throw WorkbookException.TooLong();
        _read += bytes;
        if (ofPart > limits.EntryBytes || _read > limits.UnpackedBytes)
            throw Bomb();
        if (ofPart > limits.RatioFrom && ofPart > packed * limits.Ratio)
            throw Bomb();
    }

    private sealed class Guarded(ByteBudget budget, Stream part, long packed) : Stream
    {
        private long _ofPart;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _ofPart;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int read;
            try
            {
                read = part.Read(buffer);
            }
            catch (InvalidDataException failure)
            {
                throw WorkbookException.Damaged(failure);
            }

            budget.Count(read, _ofPart += read, packed);
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                part.Dispose();
            base.Dispose(disposing);
        }
    }
}
