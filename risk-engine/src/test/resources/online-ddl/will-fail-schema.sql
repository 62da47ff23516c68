CREATE TABLE p (id int unsigned primary key, code varchar(20) charset ascii, n int, u int, key(code), unique key n (n))
CREATE TABLE t (id int primary key auto_increment, a int, b int unsigned, v varchar(500), w varchar(1000), x text, j json, g int as (a+1) virtual, c varchar(20) charset ascii, n int, m int, key ka (a), constraint fkb foreign key (b) references p(id), constraint fkn foreign key (n) references p (n), constraint ck check (m > 0), unique key uw (w(20))) charset utf8mb4
CREATE TABLE e (id int not null, d date not null, n varchar(10), primary key(id, d)) partition by range (year(d)) (partition p1 values less than (2020), partition p2 values less than (2021))
CREATE TABLE cs (k char(2) charset ascii primary key, nm varchar(10)) charset utf8mb4
CREATE TABLE ch (id int primary key, k char(2) charset ascii, constraint fk1 foreign key (k) references cs(k)) charset utf8mb4
