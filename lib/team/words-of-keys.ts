/*
 * 256 short words, 8 bits each: plain Indonesian words and words that both languages share, so that either can read them
 * out. No two differ by one letter alone, and each is told by its first four letters (held by a test). They are part of
 * the protocol: another list is another phrase.
 */
export const WORDS: readonly string[] = `
abad abu acar air aksi aktor alam album alis alpha angin angka apel api arang arus atap atom awan bagus baju
bakso balon bambu ban bank bantal barat baris batik bebek beras besi biola biru bola buah buku bulan bumi
bunga burung cabai cahaya candi cangkir cat cepat cermin cincin cokelat cuaca cuci dadu daging dahan dapur
dasi daun delta desa dinding dokter domba dompet donat drama drum durian ekor elang email emas ember embun
enam fajar film flora fokus foto gajah gambar garam gelang gerobak gigi gitar gong gula gunung guru halte
handuk harimau harpa hati hijau hotel hujan ikan indah intan jagung jahe jalan jam jari jembatan jendela
jeruk jingga judul juta kabel kabut kaca kado kakao kaki kamar kamera kancil kantin kapal karpet karung
kasur kayu kebun kelapa kelinci kemah kentang kepiting kerang kertas kilo kiri kolam komedi kompas kopi
koran kotak kuda kulit kumis kunci kursi ladang lagu lampu langit laut lebah lembah lemon lidah lilin lima
lobi lontong lukis lumba magnet mangga mapan marmer masak mata medali meja melon menara mentega merah
merpati mesin mikro mimpi mobil motor museum musik naga nanas novel obor ombak opera orkes oven padi paku
panda pantai pasar pelita pena perahu piano pintu pipa piring pisang plasma polo pot pulau putih radio
rambut ranting rasa robot roket rumah salak sapi sawah sayur segar sekolah seni sepatu sepeda sirup sofa
sore sungai surat susu tahu taksi taman teh telur tenda tiga timur tinta toko udang ular ungu vanila video
vitamin wajan warna wayang yoga zaitun zebra zona
`
  .trim()
  .split(/\s+/);
