CREATE TABLE coupons (
  code         text NOT NULL,
  kind         text NOT NULL,            -- 'percent' or 'fixed'
  value        real NOT NULL,
  min_subtotal numeric(10, 2) NOT NULL DEFAULT 0,
  last_day     date NOT NULL,
  uses_left    integer NOT NULL
);

ALTER TABLE products ADD COLUMN discountable boolean NOT NULL DEFAULT true;
